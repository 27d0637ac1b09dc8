// Makes the fixtures anew: the season of a made-up street (fixtures/新华路街道2023/名单) and a small folder for each
// problem code (fixtures/problems). A fixed seed, no clock: the same bytes on every machine.
// `node scripts/make-fixtures.js [FOLDER]` writes below FOLDER, by default fixtures.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { put } from "./fixtures/files.js";
import { makeSeason } from "./fixtures/season.js";

const root = process.argv[2] ?? fileURLToPath(new URL("../fixtures", import.meta.url));

const lists = join(root, "新华路街道2023", "名单");
rmSync(lists, { recursive: true, force: true });
const season = await makeSeason();
for (const [path, bytes] of season) put(join(lists, path), bytes);
console.log(`${season.size} files in ${lists}`);
