import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // A time zone 14 hours ahead and no colours: a clock or a locale that slips in shows at once.
    env: { TZ: "Pacific/Kiritimati", NO_COLOR: "1" },
    setupFiles: ["test/rows-equal.ts"],
    testTimeout: 60_000,
    reporters: ["default", "./test/tally.ts"],
  },
});
