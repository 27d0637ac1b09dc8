import { it } from "vitest";
import { writeOutcome } from "/work/main/src/write/write.ts";
import { RELEASE, season } from "/work/main/test/write/outcome.ts";

it("x", async () => {
  const r = await writeOutcome(season(), "/tmp/m/out", RELEASE);
  console.log(JSON.stringify(r, null, 1).slice(0, 3000));
});
