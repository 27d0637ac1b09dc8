/** Names of sheets as Excel takes them: of at most 31 characters, without some signs, and no two alike. */

const LONGEST = 31;

/** The names in their order; the last of two alike gives way. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  // Our own name, the first, gives way to those of the list, by which its rows are known.
  const own = wanted[0] ?? "";
  const names = wanted.slice(1).map((name) => unique(legal(name), taken));
  return [unique(legal(own), taken), ...names];
}

function unique(name: string, taken: Set<string>): string {
  for (let n = 1; ; n++) {
    const behind = n === 1 ? "" : `(${n})`;
    const tried = name.slice(0, LONGEST - behind.length) + behind;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}

function legal(name: string): string {
  const plain = name
    .replace(/[\\/:*?[\]\p{Cc}\p{Cs}]/gu, "_")
    .replace(/^'|'$/g, "_")
    .slice(0, LONGEST);
  // Excel keeps this name for itself.
  return plain === "" || plain.toLowerCase() === "history" ? `${plain}_` : plain;
}
