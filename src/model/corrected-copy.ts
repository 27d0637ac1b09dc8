/**
 * A corrected copy 退回修改: the list as it was sent, its faulty cells coloured, with a first sheet that says what is wrong
 * and which file it came from. Mailed back to the agency and mended there, it is read instead of that file. What its
 * first sheet says of the file is written and read here, so that the two cannot drift apart.
 */

/** The name of the first sheet; where the list has a sheet of that name, ours has something behind it. */
export const COPY_SHEET = "问题说明";

/** The columns of its table by which what the agency answers is found again. */
export const COPY_COLUMNS = { sheet: "工作表", cell: "单元格", fault: "问题", answer: "核对情况" } as const;

/** One file, known by its content. */
export interface KnownFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a corrected copy came from. */
export interface Original {
  /** The shown name of the file as its agency sent it, through however many copies. */
  readonly name: string;
  /** It was a text file, whose only sheet has no name. */
  readonly isText: boolean;
  /** The file that the copy was made of, then what that one was itself a copy of. */
  readonly files: readonly KnownFile[];
}

const NAME = "原文件：";
const TEXT = "原文件格式：文本";
const HASH = "校验码：";

/** The lines of the first sheet that say what it came from. */
export function originalLines({ name, isText, files }: Original): readonly string[] {
  const hashes = files.map(({ sha256, bytes }) => `${sha256}（${bytes} 字节）`).join("、");
  return [NAME + name, ...(isText ? [TEXT] : []), HASH + hashes];
}

/** What the cells of a sheet say it came from; null where they are no first sheet of a corrected copy. */
export function originalIn(cells: Iterable<string>): Original | null {
  let name: string | null = null;
  let hashes: string | null = null;
  let isText = false;
  for (const cell of cells) {
    if (name === null && cell.startsWith(NAME)) name = cell.slice(NAME.length);
    else if (hashes === null && cell.startsWith(HASH)) hashes = cell.slice(HASH.length);
    else if (cell === TEXT) isText = true;
  }
  if (name === null || hashes === null) return null;
  const files = [...hashes.matchAll(/\b([0-9a-f]{64})（(\d{1,12}) 字节）/g)];
  return { name, isText, files: files.map(([, sha256 = "", bytes]) => ({ sha256, bytes: Number(bytes) })) };
}
