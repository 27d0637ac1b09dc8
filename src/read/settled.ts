/** What becomes of a file that gives no lists: passed over with a 提示, or refused with what to do. */
import type { InputFile } from "../model/list.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { DiskFailure } from "./source.ts";

/** What a file is instead of a list. */
export interface What {
  readonly what: string;
  readonly whatEn: string;
}

/** R201: no list, and nobody said it was one. */
export function passedOver(name: string, bytes: number, { what, whatEn }: What): InputFile {
  const problems = [problem("R201", fileOnly(name), { what, whatEn })];
  return { name, sha256: "", bytes, original: null, lists: [], problems, state: "passed-over" };
}

/** A file that is no table: passed over in a folder, refused (R107) where it was named. */
export function noTable(name: string, bytes: number, named: boolean, { what, whatEn }: What): InputFile {
  if (!named) return passedOver(name, bytes, { what, whatEn });
  return refused(name, "", bytes, problem("R107", fileOnly(name), { what, whatEn }));
}

/** R108: the disk does not give it. */
export function unopened(name: string, { why, whyEn }: DiskFailure): InputFile {
  return refused(name, "", 0, problem("R108", fileOnly(name), { why, whyEn }));
}

/** A table that cannot be read: it stops `compute`. */
export function refused(name: string, sha256: string, bytes: number, why: Problem): InputFile {
  return { name, sha256, bytes, original: null, lists: [], problems: [why], state: "refused" };
}
