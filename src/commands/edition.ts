/** Finds an edition of the rules: by its name among those that come with relief, or by the path of a rules file. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { ListWords } from "../model/list-words.ts";
import { compareText, fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";
import { problem, type Result } from "../problem/problem.ts";
import { parseListWords } from "../rules/list-words.ts";
import { type ParentOf, type RulesFile, readRulesFile } from "../rules/parse.ts";

/** The folder of rules that comes with relief. */
export const RULES_FOLDER = fileURLToPath(new URL("../../rules/", import.meta.url));

/** The edition that is taken when nothing is said. */
export const DEFAULT_EDITION = "2023";

/** An edition as its file gives it. */
export interface Edition {
  readonly rules: Rules;
  /** The rules with the place of each part. */
  readonly file: RulesFile;
  readonly words: ListWords;
  /** Path of the rules file. */
  readonly path: string;
  /** Of its text, behind those of its parents. */
  readonly sha256: string;
}

/** Names of the editions that come with relief, newest first. */
export function editionNames(): readonly string[] {
  const files = readdirSync(RULES_FOLDER).filter((name) => /^\d{4}[\w-]*\.yaml$/.test(name));
  return files.map((name) => name.replace(/\.yaml$/, "")).sort((a, b) => compareText(b, a));
}

/** Loads an edition; a rules file that does not hold is all its problems, each with line and column. */
export function loadEdition(named: string, cwd: string): Result<Edition> {
  const known = editionNames();
  const isPath = /[\\/]|\.ya?ml$/.test(named);
  if (!isPath && !known.includes(named)) {
    const near = nearest(named, known).join("、") || known.join("、");
    return {
      ok: false,
      problems: [
        problem("U004", fileOnly(""), { what: "规则版本", whatEn: "edition of the rules", name: named, near }),
      ],
    };
  }
  const path = isPath ? resolve(cwd, named) : join(RULES_FOLDER, `${named}.yaml`);
  const text = readText(path);
  if (text === null)
    return {
      ok: false,
      problems: [
        problem("U012", fileOnly(basename(path)), { what: "规则文件", whatEn: "the rules file", path: named }),
      ],
    };
  const file = readRulesFile({ text, name: basename(path) }, parentsBeside(path));
  if (!file.ok) return file;
  const listsPath = [join(dirname(path), "lists.yaml"), join(RULES_FOLDER, "lists.yaml")].find(
    (p) => readText(p) !== null,
  );
  const words = parseListWords(listsPath === undefined ? "" : (readText(listsPath) ?? ""), "lists.yaml");
  if (!words.ok) return words;
  const sha256 = createHash("sha256");
  for (const source of file.value.sources) sha256.update(source.text);
  return {
    ok: true,
    value: { file: file.value, rules: file.value.rules, words: words.value, path, sha256: sha256.digest("hex") },
  };
}

/** The edition that `extends` names: a file beside the one that says so, else one that comes with relief. */
function parentsBeside(path: string): ParentOf {
  return (edition) => {
    const name = `${edition}.yaml`;
    if (!/^[0-9A-Za-z][\w-]*\.yaml$/.test(name)) return null;
    const text = readText(join(dirname(path), name)) ?? readText(join(RULES_FOLDER, name));
    return text === null ? null : { name, text };
  };
}

/** A text file, null where it cannot be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch {
    return null;
  }
}
