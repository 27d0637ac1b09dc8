/** Words in which the tests of reading speak: packages made by hand, so that every oddity can be put into them. */
import { crc32, deflateRawSync } from "node:zlib";
import type { InputFile, List } from "../../src/model/list.ts";
import { readBytes } from "../../src/read/read.ts";

/** What may be odd about one part of a package. */
export interface PartOptions {
  readonly stored?: boolean;
  /** Sizes follow the data, and stand in the central directory alone. */
  readonly descriptor?: boolean;
  /** Sizes and place stand in the zip64 extra field. */
  readonly zip64?: boolean;
  readonly encrypted?: boolean;
  readonly crc?: number;
  readonly declared?: number;
  readonly method?: number;
}

/** A part: its text or bytes, and what is odd about it. */
export type PartContent = string | Buffer | { readonly content: string | Buffer; readonly odd: PartOptions };

/** A zip package of these parts, in this order. */
export function zipOf(parts: Readonly<Record<string, PartContent>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const isOdd = typeof part === "object" && !Buffer.isBuffer(part);
    const odd: PartOptions = isOdd ? part.odd : {};
    const bytes = Buffer.from((isOdd ? part.content : part) as string);
    const packed = odd.stored ? bytes : deflateRawSync(bytes);
    const sizes = { crc: odd.crc ?? crc32(bytes), packed: packed.length, unpacked: odd.declared ?? bytes.length };
    const central = header(name, odd, sizes, offset, true);
    const local = header(name, odd, odd.descriptor ? { crc: 0, packed: 0, unpacked: 0 } : sizes, offset, false);
    const descriptor = odd.descriptor ? descriptorOf(sizes) : Buffer.alloc(0);
    bodies.push(local, packed, descriptor);
    directory.push(central);
    offset += local.length + packed.length + descriptor.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, entries, end]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
}

function header(name: string, odd: PartOptions, sizes: Sizes, offset: number, central: boolean): Buffer {
  const extra = odd.zip64 ? zip64Extra(sizes, offset, central) : Buffer.alloc(0);
  const head = Buffer.alloc(central ? 46 : 30);
  const at = central ? 2 : 0;
  head.writeUInt32LE(central ? 0x02014b50 : 0x04034b50, 0);
  head.writeUInt16LE((odd.encrypted ? 1 : 0) | (odd.descriptor ? 8 : 0), 6 + at);
  head.writeUInt16LE(odd.method ?? (odd.stored ? 0 : 8), 8 + at);
  head.writeUInt32LE(sizes.crc, 14 + at);
  head.writeUInt32LE(odd.zip64 ? 0xffffffff : sizes.packed, 18 + at);
  head.writeUInt32LE(odd.zip64 ? 0xffffffff : sizes.unpacked, 22 + at);
  head.writeUInt16LE(Buffer.byteLength(name), 26 + at);
  head.writeUInt16LE(extra.length, 28 + at);
  if (central) head.writeUInt32LE(odd.zip64 ? 0xffffffff : offset, 42);
  return Buffer.concat([head, Buffer.from(name), extra]);
}

function zip64Extra(sizes: Sizes, offset: number, central: boolean): Buffer {
  const fields = central ? [sizes.unpacked, sizes.packed, offset] : [sizes.unpacked, sizes.packed];
  const extra = Buffer.alloc(4 + fields.length * 8);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(fields.length * 8, 2);
  for (const [i, field] of fields.entries()) extra.writeBigUInt64LE(BigInt(field), 4 + i * 8);
  return extra;
}

function descriptorOf(sizes: Sizes): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeUInt32LE(0x08074b50, 0);
  bytes.writeUInt32LE(sizes.crc, 4);
  bytes.writeUInt32LE(sizes.packed, 8);
  bytes.writeUInt32LE(sizes.unpacked, 12);
  return bytes;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What a workbook made by hand consists of; what is left out is as usual. */
export interface BookOptions {
  /** The inside of `<sheetData>`. */
  readonly cells?: string;
  /** What stands before and after `<sheetData>`. */
  readonly before?: string;
  readonly after?: string;
  /** The inside of `<sst>`. */
  readonly strings?: string;
  /** Number formats of the styles 0, 1, …: an id or a code. */
  readonly formats?: readonly (number | string)[];
  readonly date1904?: boolean;
  /** Parts that replace the usual ones, or are added; null takes one away. */
  readonly parts?: Readonly<Record<string, PartContent | null>>;
}

/** The parts of a workbook with one sheet. */
export function bookParts(options: BookOptions): Record<string, PartContent> {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const parts: Record<string, PartContent | null> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `<Relationships>${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml":
      `<workbook xmlns:r="${OFFICE}"><workbookPr${options.date1904 ? ' date1904="1"' : ""}/>` +
      '<sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      `<Relationships>${relation(1, "worksheet", "worksheets/sheet1.xml")}` +
      `${relation(2, "sharedStrings", "sharedStrings.xml")}${relation(3, "styles", "styles.xml")}</Relationships>`,
    "xl/styles.xml": stylesOf(options.formats ?? []),
    "xl/sharedStrings.xml": `<sst>${options.strings ?? ""}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet>${options.before ?? ""}<sheetData>${options.cells ?? ""}</sheetData>${options.after ?? ""}</worksheet>`,
    ...options.parts,
  };
  return Object.fromEntries(Object.entries(parts).filter((entry): entry is [string, PartContent] => entry[1] !== null));
}

function stylesOf(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === "string"
      ? `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', "&quot;")}"/>`
      : "",
  );
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === "string" ? 200 + i : format}"/>`);
  // The styles of cellStyleXfs come first, and must not be taken for those of cells.
  return `<styleSheet><numFmts>${codes.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}

/** A workbook's bytes. */
export function bookOf(options: BookOptions): Buffer {
  return zipOf(bookParts(options));
}

/** Reads bytes as a file of this name that somebody gave. */
export function readAs(name: string, bytes: Buffer, named = true): InputFile {
  return readBytes(bytes, { name, path: name, named, settled: null });
}

/** The only list of a file that must be readable. */
export function onlyList(input: InputFile): List {
  const [list] = input.lists;
  if (input.state !== "read" || list === undefined) throw new Error(`not read: ${said(input).join("; ")}`);
  return list;
}

/** The list of a workbook with these oddities. */
export function listOf(options: BookOptions): List {
  return onlyList(readAs("名单.xlsx", bookOf(options)));
}

/** Each row in short: number, its cells joined by |, its kinds. */
export function rowsOf(list: List): string[] {
  return list.rows.map((row) => `${row.number} ${row.cells.join("|")} ${row.kinds}${row.hidden ? " hidden" : ""}`);
}

/** The state and the codes of what a reading said: "refused R101". */
export function said(input: InputFile): string[] {
  return [input.state, ...input.problems.map((p) => p.code)];
}
