// Accepts what relief gives now as what is expected: the whole output of the season, and the text of each small
// fixture's problems. Look at the difference before it is committed.
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "../dist/cli.js";

const fixtures = fileURLToPath(new URL("../fixtures", import.meta.url));

/** Runs relief in a folder and gives what it wrote. @param {readonly string[]} words @param {string} cwd */
async function relief(words, cwd) {
  let said = "";
  const note = (/** @type {string} */ text) => {
    said += text;
  };
  const code = await main(words, { out: note, err: note, cwd, isTty: false, environment: { NO_COLOR: "1" } });
  return { code, said };
}

const folder = mkdtempSync(join(tmpdir(), "relief-accept-"));
try {
  const season = join(fixtures, "新华路街道2023");
  const { code, said } = await relief(["compute", join(season, "名单"), "-o", "out"], folder);
  if (code !== 0) throw new Error(said);
  rmSync(join(season, "expected"), { recursive: true, force: true });
  cpSync(join(folder, "out"), join(season, "expected"), { recursive: true });
  console.log(said);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
