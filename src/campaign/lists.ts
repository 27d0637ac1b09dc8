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
  /** Of a corrected copy: the shown name of the file that it came from, by which the campaign file knows it; else null. */
  readonly original: string | null;
}

/**
 * The entries with the shown name of their file. A file is named by its path from the campaign file's folder, by its
 * name as reports show it, or by its bare name where only one has it; one that is not among the lists is C108. What is
 * said of a file holds for its corrected copy too, also where the file itself is no longer there.
 */
export function listMappings(
  said: readonly SaidList[],
  files: readonly Nameable[],
  decisions: Campaign["decisions"],
): Checked<readonly ListMapping[]> {
  const problems: Problem[] = [];
  const mappings: ListMapping[] = [];
  for (const { path, ...list } of said) {
    const named = filesNamed(path, files);
    const own = named.map((file) => file.original ?? file.name);
    const names = new Set([...own, ...originalsNamed(path, said, files)]);
    if (named.length > 1 || names.size === 0) {
      const near = (names.size === 0 ? filesNear(path, files) : named).map(({ name }) => name);
      const subject = { idNumber: "", name: path, otherIdNumber: "", value: "" };
      const detail = { content: path, subject, decisions };
      problems.push(problem("C108", list.place, { name: path, near: near.join("、") }, detail));
    } else for (const file of names) mappings.push({ ...list, file });
  }
  return { value: mappings, problems };
}

/**
 * Files that were sent under that name and of which a corrected copy is here. A copy knows its file by the name that it
 * was shown by, which lacks the given folder; a name that fits several entries' files is nobody's.
 */
function originalsNamed(written: string, said: readonly SaidList[], files: readonly Nameable[]): readonly string[] {
  const paths = [...new Set(said.map((list) => plainPath(list.path)))];
  return files.flatMap(({ original }) => {
    if (original === null) return [];
    const fitting = paths.filter((path) => `/${path}`.endsWith(`/${plainPath(original)}`));
    return fitting.length === 1 && fitting[0] === plainPath(written) ? [original] : [];
  });
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
