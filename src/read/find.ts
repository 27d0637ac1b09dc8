/**
 * Which files a run reads: those that were given, and all in the folders that were given, in one stated order (by shown
 * name, by code unit) that depends neither on the command line's order nor on the file system's.
 */
import { readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { InputFile } from "../model/list.ts";
import { compareText, fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { endingOf, formatOf } from "./format.ts";
import { MAX_FILES } from "./limits.ts";
import { shownNames } from "./names.ts";
import { type Aside, asideFile, asideFolder, asideOutput } from "./own.ts";
import { noTable, passedOver, unopened } from "./settled.ts";
import { type DiskFailure, isFailure, onDisk, withSource } from "./source.ts";
import { overLimit, Unreadable } from "./unreadable.ts";

/** A file that was given or found. */
export interface FoundFile {
  /** The name as shown: path below the given folder, or the bare name. */
  readonly name: string;
  /** Where it is on this machine; shown nowhere. */
  readonly path: string;
  /** Somebody gave this very file, so that it is expected to be a table. */
  readonly named: boolean;
  /** What was settled on finding it: passed over or refused. Null: to be read. */
  readonly settled: InputFile | null;
}

/** What was found. */
export interface Found {
  /** In the stated order; those that are passed over or refused are among them. */
  readonly files: readonly FoundFile[];
  /** Of what was given rather than of a file: R102, R105, R106, which stop `compute`; R202 for a file given twice. */
  readonly problems: readonly Problem[];
}

/** Finds all files under the given paths (files or folders), which are taken from the folder `cwd`. */
export function findInputs(paths: readonly string[], cwd: string): Found {
  const finder = new Finder();
  // In the order of their paths, folders first: which of two ways to one file names it must not depend on the order
  // of the command line, and a file of a given folder is shown by its path in it.
  const given = paths
    .map((typed) => ({ typed, path: resolve(cwd, typed) }))
    .sort((a, b) => compareText(a.path, b.path) || compareText(a.typed, b.typed));
  try {
    for (const { typed, path } of given) finder.addFolder(typed, path);
    for (const { path } of given) finder.addFile(path);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    finder.problems.push(error.problemOf(""));
  }
  return finder.found();
}

/** A file whose name is not final yet: one of the same name may turn up. */
interface Candidate {
  readonly path: string;
  /** How many of the last names of its path it is shown by. */
  readonly depth: number;
  named: boolean;
  /** Why it is not looked at. */
  readonly aside: Aside | DiskFailure | null;
}

/** A given folder on its way of being walked. */
interface Walk {
  readonly typed: string;
  readonly files: Candidate[];
  /** Folders by their real path, each walked once: links in a circle come to an end. */
  readonly walked: Map<string, string>;
}

/** Walks what was given; lives for one call. */
class Finder {
  readonly problems: Problem[] = [];
  readonly #candidates: Candidate[] = [];
  /** By real path: one file by two ways is read once. */
  readonly #byRealPath = new Map<string, Candidate>();
  readonly #repeated: { readonly path: string; readonly depth: number; readonly first: Candidate }[] = [];
  readonly #walks: Walk[] = [];

  /** Takes a given path if it is a folder; says so if it is nothing at all. */
  addFolder(typed: string, path: string): void {
    const stats = onDisk(() => statSync(path));
    if (isFailure(stats) && stats.missing) this.problems.push(problem("R102", fileOnly(typed), { path: typed }));
    if (isFailure(stats) || !stats.isDirectory()) return;
    const walk: Walk = { typed, files: [], walked: new Map() };
    this.#walks.push(walk);
    this.#walk(walk, path, 0);
  }

  /** Takes a given path if it is a file. */
  addFile(path: string): void {
    const stats = onDisk(() => statSync(path));
    if (isFailure(stats) ? stats.missing : stats.isDirectory()) return;
    this.#add({ path, depth: 1, named: true, aside: asideOf(path, stats, true) });
  }

  /** A folder's files and folders, by name; `depth` is how far it lies below the given one. */
  #walk(walk: Walk, folder: string, depth: number): void {
    const real = onDisk(() => realpathSync(folder));
    const names = onDisk(() => readdirSync(folder));
    const aside = isFailure(names) ? names : isFailure(real) ? real : asideOutput(names);
    if (aside !== null || isFailure(names) || isFailure(real)) {
      if (aside !== null) this.#putAside(walk, folder, depth, aside);
      return;
    }
    const shown = depth === 0 ? walk.typed : lastNames(folder, depth);
    const before = walk.walked.get(real);
    if (before !== undefined) {
      this.problems.push(problem("R202", fileOnly(shown), { name: shown, other: before }));
      return;
    }
    walk.walked.set(real, shown);
    for (const name of names.sort(compareText)) this.#visit(walk, join(folder, name), name, depth + 1);
  }

  #visit(walk: Walk, path: string, name: string, depth: number): void {
    const stats = onDisk(() => statSync(path));
    if (isFailure(stats) || !stats.isDirectory()) {
      walk.files.push(this.#add({ path, depth, named: false, aside: asideOf(path, stats, false) }));
      return;
    }
    const aside = asideFolder(name);
    if (aside === null) this.#walk(walk, path, depth);
    else this.#putAside(walk, path, depth, aside);
  }

  #putAside(walk: Walk, path: string, depth: number, aside: Aside | DiskFailure): void {
    walk.files.push(this.#keep({ path, depth: Math.max(depth, 1), named: false, aside }));
  }

  /** The candidate, or the one that is the same file. */
  #add(candidate: Candidate): Candidate {
    const real = onDisk(() => realpathSync(candidate.path));
    if (isFailure(real)) return this.#keep(candidate);
    const first = this.#byRealPath.get(real);
    if (first === undefined) {
      this.#byRealPath.set(real, candidate);
      return this.#keep(candidate);
    }
    first.named ||= candidate.named;
    this.#repeated.push({ path: candidate.path, depth: candidate.depth, first });
    return first;
  }

  #keep(candidate: Candidate): Candidate {
    if (this.#candidates.length >= MAX_FILES) throw overLimit("文件数", "files", MAX_FILES, `> ${MAX_FILES}`);
    this.#candidates.push(candidate);
    return candidate;
  }

  /** Everything under its final name, in order. */
  found(): Found {
    const names = shownNames(this.#candidates);
    const files = new Map<Candidate, FoundFile>();
    for (const [i, candidate] of this.#candidates.entries()) files.set(candidate, settle(candidate, names[i] ?? ""));
    for (const { path, depth, first } of this.#repeated) {
      const [name, other] = [lastNames(path, depth), files.get(first)?.name ?? ""];
      this.problems.push(problem("R202", fileOnly(name), { name, other }));
    }
    for (const { typed, files: members } of this.#walks) {
      const found = members.flatMap((member) => files.get(member) ?? []);
      if (found.some(({ settled }) => settled?.state !== "passed-over")) continue;
      this.problems.push(problem("R106", fileOnly(typed), { path: typed, ...passedIn(found) }));
    }
    const inOrder = [...files.values()].sort((a, b) => compareText(a.name, b.name));
    return { files: inOrder, problems: this.problems };
  }
}

/** What a folder without lists holds instead, and why each was passed over; some of them. */
function passedIn(files: readonly FoundFile[]): { passed: string; passedEn: string } {
  const why = files.flatMap(({ name, settled }) => {
    const [p] = (settled?.problems ?? []) as readonly Problem<"R201">[];
    return p === undefined ? [] : [{ name, ...p.params }];
  });
  const some = why.slice(0, MANY);
  const more = why.length > some.length;
  return {
    passed: some.map(({ name, what }) => `${name}：${what.trim()}`).join("；") + (more ? `；共 ${why.length} 个` : ""),
    passedEn: some.map(({ name, whatEn }) => `${name}: ${whatEn}`).join("; ") + (more ? `; ${why.length} in all` : ""),
  };
}

/** More names than these nobody reads in one message. */
const MANY = 5;

/** The last names of a path, as it is shown. */
function lastNames(path: string, depth: number): string {
  return shownNames([{ path, depth }])[0] ?? "";
}

const NO_FILE: Aside = { what: "不是普通文件", whatEn: "no ordinary file" };

/** Why a file is not looked at, by its name and what the disk says of it; null where it is. */
function asideOf(path: string, stats: Stats | DiskFailure, named: boolean): Aside | DiskFailure | null {
  const byName = asideFile(basename(path), named);
  if (byName !== null) return byName;
  if (isFailure(stats)) return stats;
  return stats.isFile() ? null : NO_FILE;
}

/** Looks at what a file is, so that a folder's pictures and letters are passed over and not read. */
function settle({ path, named, aside }: Candidate, name: string): FoundFile {
  const done = (settled: InputFile | null): FoundFile => ({ name, path, named, settled });
  if (aside !== null) return done(isFailure(aside) ? unopened(name, aside) : passedOver(name, 0, aside));
  const looked = withSource(path, (source) => {
    try {
      const format = formatOf(source, endingOf(path), named);
      return format.is === "no-table" ? noTable(name, source.size, named, format) : null;
    } catch (error) {
      // More parts than a package may have: reading meets it again, and says so.
      if (error instanceof Unreadable) return null;
      throw error;
    }
  });
  return done(isFailure(looked) ? unopened(name, looked) : looked.value);
}
