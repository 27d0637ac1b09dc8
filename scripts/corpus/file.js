// One file of the corpus: read by us, and for a workbook by SheetJS too, and the two compared.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { messageOf } from "../../dist/problem/problem.js";
import { readBytes } from "../../dist/read/read.js";
import { compareBooks } from "./compare.js";
import { theirBook } from "./theirs.js";

/**
 * `different` has the differences with their places; `alone`: SheetJS cannot read it; `text`: no workbook, where there
 * is nothing to compare with, since a text has no types.
 * @typedef {{ is: "equal" | "text", cells: number } | { is: "different", cells: number, differences: string[] } |
 *   { is: "refused" | "passed-over" | "alone", why: string }} FileResult
 */

/**
 * @param {{ path: string, withTheirs: boolean }} job without theirs it only reads, so that a hang is known to be ours
 * @returns {FileResult}
 */
export function work({ path, withTheirs }) {
  const bytes = readFileSync(path);
  const name = basename(path);
  const input = readBytes(bytes, { name, path, named: true, settled: null });
  if (input.state !== "read") {
    return { is: input.state, why: input.problems.map((p) => `${p.code} ${messageOf(p).en}`).join("; ") };
  }
  if (!withTheirs || !isWorkbook(bytes)) {
    const cells = input.lists.reduce(
      (all, list) => all + list.rows.reduce((sum, row) => sum + filled(row.kinds), 0),
      0,
    );
    return { is: "text", cells };
  }
  let theirs;
  try {
    theirs = theirBook(bytes);
  } catch (error) {
    return { is: "alone", why: error instanceof Error ? error.message : String(error) };
  }
  const { cells, differences } = compareBooks(input.lists, theirs);
  return differences.length === 0 ? { is: "equal", cells } : { is: "different", cells, differences };
}

/**
 * A package or a compound file; everything else that is read is a text.
 * @param {Buffer} bytes
 */
function isWorkbook(bytes) {
  const mark = bytes.toString("hex", 0, 4);
  return mark === "504b0304" || mark === "d0cf11e0";
}

/** @param {string} kinds */
function filled(kinds) {
  return kinds.replaceAll("-", "").length;
}
