// Removes a build folder before it is written anew, so that a deleted source leaves no stale module behind.
import { rmSync } from "node:fs";

for (const folder of process.argv.slice(2)) rmSync(folder, { recursive: true, force: true });
