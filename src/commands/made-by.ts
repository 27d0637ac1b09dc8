/** By which rules an output was made, as its 清单.json says. */
import { join } from "node:path";
import { readText } from "./edition.ts";

/** An edition as an output names it. */
export interface MadeBy {
  readonly edition: string;
  /** Of the edition's text. */
  readonly sha256: string;
}

/** As much of the manifest as is needed, for a damaged one is no reason to explain nothing; null where it does not say. */
export function madeBy(output: string): MadeBy | null {
  const manifest = readText(join(output, "清单.json")) ?? "";
  const { edition, sha256 } =
    /"rules": \{\s*"edition": "(?<edition>[^"]+)",[^}]*"sha256": "(?<sha256>\w+)"/.exec(manifest)?.groups ?? {};
  return edition === undefined || sha256 === undefined ? null : { edition, sha256 };
}
