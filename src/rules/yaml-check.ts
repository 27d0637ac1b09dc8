/** Checks a part of a YAML file against its schema; what is wrong becomes problems at their line and column. */
import type { z } from "zod";
import { compareText } from "../model/place.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { inOurWords, wordingOf } from "./wording.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** The part as the schema makes it, or null with its problems noted. */
export function checkPart<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: Path,
  yaml: YamlText,
  problems: Problem[],
): T | null {
  const checked = schema.safeParse(value, { error: inOurWords });
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) problems.push(...translate(issue, path, yaml));
  return null;
}

function translate(issue: z.core.$ZodIssue, above: Path, yaml: YamlText): readonly Problem[] {
  const path = [...above, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))];
  const wording = wordingOf(issue.message);
  if (wording.kind === "wrong") {
    return [problem("U003", yaml.at(path), { path: pathText(path, yaml), why: wording.zh, whyEn: wording.en })];
  }
  return wording.keys.map((key) => {
    const near = nearest(key, wording.known);
    const names = (near.length > 0 ? near : wording.known).join("、");
    return problem("U002", yaml.at([...path, key], "key"), { where: pathText(path, yaml), key, near: names });
  });
}

/** "programmes › winter-warmth › amount", places in lists from 1; the file's name for the whole of it. */
export function pathText(path: Path, yaml: YamlText): string {
  if (path.length === 0) return yaml.at([]).file;
  return path.map((step) => (typeof step === "number" ? String(step + 1) : step)).join(" › ");
}

/** Problems in the order of their files. */
export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      compareText(a.place.file, b.place.file) ||
      a.place.row - b.place.row ||
      Number(a.place.column) - Number(b.place.column) ||
      (a.code < b.code ? -1 : 1),
  );
}
