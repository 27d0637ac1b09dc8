/** What stands in folders beside lists and is told by its name alone: relief's own things, and those of the system. */

/** Why something is passed over, for R201. */
export interface Aside {
  readonly what: string;
  readonly whatEn: string;
}

const OFFICE_LOCK: Aside = {
  what: "Excel 或 WPS 的临时文件（~$ 开头），说明该名单正打开着",
  whatEn: "a lock file of Excel or WPS (~$…): the list is open there",
};
const HIDDEN: Aside = { what: "隐藏文件（以点开头）", whatEn: "a hidden file (its name begins with a dot)" };
const SYSTEM: Aside = { what: "系统自己的文件", whatEn: "a file of the operating system" };
const OWN_FILE: Aside = { what: "relief 自己的文件", whatEn: "a file of relief's own" };
const OWN_FOLDER: Aside = { what: "relief 自己的文件夹", whatEn: "a folder of relief's own" };
const EARLIER_OUTPUT: Aside = { what: "以前的输出文件夹", whatEn: "an earlier output" };

/** In the campaign's folder; commands read them by themselves. */
const OWN_FILES: ReadonlySet<string> = new Set(["relief.yaml", "核实结论.xlsx", "待核实.xlsx"]);
const OWN_FOLDERS: ReadonlySet<string> = new Set(["台账", "对账"]);
const SYSTEM_NAMES: ReadonlySet<string> = new Set([
  "thumbs.db",
  "ehthumbs.db",
  "desktop.ini",
  "__macosx",
  "$recycle.bin",
  "system volume information",
]);

/** A file that is passed over by its name. One that was named is so too where no shell pattern could mean it. */
export function asideFile(name: string, named: boolean): Aside | null {
  if (name.startsWith("~$")) return OFFICE_LOCK;
  if (name.startsWith(".") && !named) return HIDDEN;
  if (OWN_FILES.has(name.normalize("NFC"))) return OWN_FILE;
  return SYSTEM_NAMES.has(name.toLowerCase()) ? SYSTEM : null;
}

/** A folder within a given one that is passed over by its name. */
export function asideFolder(name: string): Aside | null {
  if (name.startsWith(".") || name.startsWith("~$")) return HIDDEN;
  if (OWN_FOLDERS.has(name.normalize("NFC"))) return OWN_FOLDER;
  return SYSTEM_NAMES.has(name.toLowerCase()) ? SYSTEM : null;
}

/** A folder that `compute` wrote, by what is in it; the given one too, for its workbooks are no lists. */
export function asideOutput(entries: readonly string[]): Aside | null {
  const names = new Set(entries.map((entry) => entry.normalize("NFC")));
  return names.has("清单.json") && names.has("数据") ? EARLIER_OUTPUT : null;
}
