/**
 * How a file that cannot be read leaves the depths of a parser: by one exception of our own, thrown nowhere but in this
 * folder and caught in `readInput`, which makes the problem of it. Anything else that is thrown is a bug.
 */
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** Carries the problem from where the damage was met to where the file's name is known. */
export class Unreadable extends Error {
  readonly problemOf: (file: string) => Problem;

  constructor(problemOf: (file: string) => Problem) {
    super("a file that cannot be read");
    this.problemOf = problemOf;
  }
}

/** R101: damaged in a way that both languages name. */
export function damaged(why: string, whyEn: string): Unreadable {
  return new Unreadable((file) => problem("R101", fileOnly(file), { why, whyEn }));
}

/** R104: needs a password. */
export function locked(): Unreadable {
  return new Unreadable((file) => problem("R104", fileOnly(file), {}));
}

/** R105: more than reading accepts. */
export function overLimit(what: string, whatEn: string, limit: number, found: number | string): Unreadable {
  const params = { what, whatEn, limit: String(limit), found: String(found) };
  return new Unreadable((file) => problem("R105", fileOnly(file), params));
}
