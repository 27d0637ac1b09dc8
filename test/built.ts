/** The built program, for tests that start it as a process of its own. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Path of bin/relief.js; an error where dist is not built from the sources as they are. */
export function builtRelief(): string {
  const newest = Math.max(...filesBelow("src").map((path) => statSync(path).mtimeMs));
  const oldest = statSync(join(ROOT, "dist", "cli.js"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (oldest < newest) throw new Error("dist is older than src: run `npm run build` first");
  return join(ROOT, "bin", "relief.js");
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}
