/** Which of the lists that were found each entry of `名单` speaks of. */
import type { Campaign, ListMapping } from "../model/campaign.ts";
import { nearest } from "../problem/nearest.ts";
import { type Checked, type Problem, problem } from "../problem/problem.ts";
import type { SaidList } from "./resolve.ts";

/** A list's file as it can be named. */
export interface Nameable {
  /** As it is shown in reports and problems. */
  readonly name: string;
  /** From the campaign file's folder, "/" between names. */
  readonly path: string;
}

/**
 * The entries with the shown name of their file. A file is named by its path from the campaign file's folder, by its
 * name as reports show it, or by its bare name where only one has it; one that is not among the lists is C108.
 */
export function listMappings(
  said: readonly SaidList[],
  files: readonly Nameable[],
  decisions: Campaign["decisions"],
): Checked<readonly ListMapping[]> {
  const problems: Problem[] = [];
  const mappings: ListMapping[] = [];
  for (const { path, ...list } of said) {
    const [file, ...others] = filesNamed(path, files);
    if (file === undefined || others.length > 0) {
      const near = (file === undefined ? filesNear(path, files) : [file, ...others]).map(({ name }) => name);
      const subject = { idNumber: "", name: path, otherIdNumber: "", value: "" };
      const detail = { content: path, subject, decisions };
      problems.push(problem("C108", list.place, { name: path, near: near.join("、") }, detail));
    } else mappings.push({ ...list, file: file.name });
  }
  return { value: mappings, problems };
}

function filesNamed(written: string, files: readonly Nameable[]): readonly Nameable[] {
  const wanted = plainPath(written);
  const by = (key: (file: Nameable) => string) => files.filter((file) => plainPath(key(file)) === wanted);
  const byPath = by((file) => file.path);
  if (byPath.length > 0) return byPath;
  const byName = by((file) => file.name);
  return byName.length > 0 ? byName : by((file) => bareName(file.path));
}

/** Files whose own names are near, whatever folder and ending they have. */
function filesNear(written: string, files: readonly Nameable[]): readonly Nameable[] {
  const stem = (path: string) => bareName(path).replace(/\.[^.]*$/, "");
  const names = nearest(
    stem(plainPath(written)),
    files.map((file) => stem(file.path)),
  );
  return names.flatMap((name) => files.filter((file) => stem(file.path) === name));
}

function bareName(path: string): string {
  return path.split("/").at(-1) ?? "";
}

/** Windows' separators, "./" in front, and letters that a Mac takes apart do not matter. */
function plainPath(path: string): string {
  return path
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(\.\/)+/, "");
}
