/**
 * An edition on top of its parent (`extends: 2023`): it says what changed. Entries of a section with names are changed
 * one by one, and each of them key by key; `dropped` takes an entry away; every other section stands as a whole for the
 * parent's. What nobody may inherit unsaid (the document, the period) the child says itself.
 */
import type { Place } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { NAMED_SECTIONS } from "./draft.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** An edition's tree, its parents' included, and which file says what. */
export interface Layered extends YamlText {
  /** The file that says what stands at a path. */
  readonly file: (path: Path) => string;
  /** The edition at the bottom, then those on top of it, each by its file. */
  readonly files: readonly string[];
}

type Tree = Readonly<Record<string, unknown>>;

/** Sections whose entries are changed one by one. */
const BY_ENTRY: readonly string[] = [...NAMED_SECTIONS, "ask"];
/** What a child must say itself. */
const OWN = ["edition", "title", "document", "period"];
/** Takes an entry of the parent away. */
const DROPPED = "dropped";

/** A tree that stands alone. */
export function alone(yaml: YamlText, file: string): Layered {
  return { ...yaml, file: () => file, files: [file] };
}

/** A child on top of its parent. */
export function onTopOf(parent: Layered, child: YamlText, file: string): Layered {
  const [below, above] = [treeOf(parent.data), treeOf(child.data)];
  const merged: Record<string, unknown> = Object.create(null);
  for (const key of new Set([...Object.keys(below), ...Object.keys(above)])) {
    if (key === "extends") continue;
    if (!(key in above)) {
      if (!OWN.includes(key)) merged[key] = below[key];
    } else if (BY_ENTRY.includes(key)) merged[key] = mergedSection(below[key], above[key]);
    else merged[key] = above[key];
  }
  const says = (path: Path) => saysItself(above, path);
  return {
    data: merged,
    at: (path, what) => (says(path) ? child : parent).at(path, what),
    problems: [...parent.problems, ...child.problems, ...droppedInVain(below, above, child)],
    file: (path) => (says(path) ? file : parent.file(path)),
    files: [...parent.files, file],
  };
}

/** The entries of both, the parent's first; what is dropped is left out. */
function mergedSection(below: unknown, above: unknown): unknown {
  if (!isTree(above) || (below !== undefined && !isTree(below))) return above;
  const merged: Record<string, unknown> = Object.assign(Object.create(null), below);
  for (const [id, written] of Object.entries(above)) {
    const before = merged[id];
    if (written === DROPPED) delete merged[id];
    else if (isTree(before) && isTree(written)) merged[id] = Object.assign(Object.create(null), before, written);
    else merged[id] = written;
  }
  return merged;
}

/** The child's own words stand at a path, not the parent's. */
function saysItself(above: Tree, [key, id, ...rest]: Path): boolean {
  if (key === undefined || OWN.includes(String(key))) return true;
  const section = above[String(key)];
  if (section === undefined) return false;
  if (id === undefined || !BY_ENTRY.includes(String(key)) || !isTree(section)) return true;
  const entry = section[String(id)];
  if (entry === undefined) return false;
  const [part] = rest;
  return part === undefined || !isTree(entry) || String(part) in entry;
}

/** `dropped` for an entry that the parent does not have. */
function droppedInVain(below: Tree, above: Tree, child: YamlText): readonly Problem[] {
  return BY_ENTRY.flatMap((key) => {
    const section = treeOf(above[key]);
    const before = treeOf(below[key]);
    return Object.entries(section).flatMap(([id, written]) => {
      if (written !== DROPPED || id in before) return [];
      const place: Place = child.at([key, id], "key");
      const path = `${key} › ${id}`;
      return [
        problem("U003", place, {
          path,
          why: "上一版没有这一条，不用写 dropped",
          whyEn: "the parent has no such entry to drop",
        }),
      ];
    });
  });
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function treeOf(value: unknown): Tree {
  return isTree(value) ? value : {};
}
