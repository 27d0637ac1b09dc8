/** Under which names files are shown: as short as tells them apart, and never with the machine's own folders before. */
import { sep } from "node:path";

/** A file and how many of the last names of its path it is shown by at least. */
export interface ToName {
  readonly path: string;
  readonly depth: number;
}

/**
 * The shown name of each file: `低保.xlsx`, below a given folder `江苏路/低保.xlsx`; two of one name get as many of
 * their parent folders' names as tells them apart.
 */
export function shownNames(files: readonly ToName[]): readonly string[] {
  const named = files.map(({ path, depth }) => {
    const parts = path.split(sep).filter((part) => part !== "");
    return { parts, depth, name: parts.slice(-depth).join("/") };
  });
  for (;;) {
    const groups = byName(named);
    let changed = false;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      for (const file of group) {
        if (file.depth >= file.parts.length) continue;
        file.depth++;
        file.name = file.parts.slice(-file.depth).join("/");
        changed = true;
      }
    }
    if (!changed) return named.map(({ name }) => name);
  }
}

function byName<T extends { readonly name: string }>(files: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const file of files) {
    const group = groups.get(file.name);
    if (group === undefined) groups.set(file.name, [file]);
    else group.push(file);
  }
  return groups;
}
