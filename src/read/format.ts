/**
 * What a file is, told by its content; its ending only decides where the content leaves it open (a truncated package,
 * a text) and whether somebody meant it to be a table.
 */
import { isUtf8 } from "node:buffer";
import { extname } from "node:path";
import { isText } from "./encoding.ts";
import { isOle, streamNames } from "./ole.ts";
import type { Source } from "./source.ts";
import { type Parts, partsOf } from "./zip.ts";

/** What came of looking at a file. */
export type Format =
  | { readonly is: "xlsx"; readonly parts: Parts }
  | { readonly is: "csv" }
  | { readonly is: "ods"; readonly parts: Parts }
  | { readonly is: "fods" }
  /** A web page, under an ending of tables or named by somebody. */
  | { readonly is: "html" }
  | { readonly is: "xml-2003" }
  /** .xls and .et. */
  | { readonly is: "old-workbook" }
  /** A table of a kind that is not read: R103. */
  | { readonly is: "unsupported"; readonly format: string }
  /** R104. */
  | { readonly is: "locked" }
  /** Its ending says table, its content does not: R101. */
  | { readonly is: "damaged"; readonly why: string; readonly whyEn: string }
  /** Passed over in a folder (R201), refused where it was named (R107). */
  | { readonly is: "no-table"; readonly what: string; readonly whatEn: string };

/** Enough to tell a text from anything else. */
const HEAD_BYTES = 64 * 1024;

/** Endings under which lists come; a file with another one is a table only if its content says so. */
const TEXT_ENDINGS: ReadonlySet<string> = new Set(["csv", "txt", "tsv", "tab", "prn"]);
const BOOK_ENDINGS: ReadonlySet<string> = new Set(["xlsx", "xlsm", "xltx", "xltm", "xlsb", "xls", "xlt", "et", "ett"]);
const OTHER_TABLE_ENDINGS: Readonly<Record<string, string>> = {
  ods: ".ods",
  fods: ".fods",
  dbf: ".dbf",
  numbers: ".numbers",
};

/** "xlsx" of `低保.XLSX`; "" where there is none. */
export function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

/** Tells what a file is. `ending` is in lower case and without the dot; `named`: somebody gave this very file. */
export function formatOf(source: Source, ending: string, named: boolean): Format {
  if (source.size === 0) return emptyFile(ending);
  const head = source.at(0, HEAD_BYTES);
  if (head.length >= 4 && head.readUInt32BE(0) === 0x504b0304) return packageFormat(source, head, ending);
  if (isOle(head)) return oleFormat(streamNames(source), ending);
  const known = bySignature(head);
  if (known !== null) return isTableEnding(ending) ? mislabelled(known) : { is: "no-table", ...known };
  if (isText(head)) return textFormat(head, ending, named);
  return binaryFormat(head, ending);
}

function isTableEnding(ending: string): boolean {
  return TEXT_ENDINGS.has(ending) || BOOK_ENDINGS.has(ending) || OTHER_TABLE_ENDINGS[ending] !== undefined;
}

interface What {
  readonly what: string;
  readonly whatEn: string;
}

/** Somebody sent it as a list: it is not passed over in silence. */
function mislabelled({ what, whatEn }: What): Format {
  return { is: "damaged", why: `后缀是表格，内容却是${what}`, whyEn: `it is named as a table, but is ${whatEn}` };
}

function emptyFile(ending: string): Format {
  if (TEXT_ENDINGS.has(ending)) return { is: "csv" };
  if (isTableEnding(ending)) return { is: "damaged", why: "文件是空的（0 字节）", whyEn: "it is empty (0 bytes)" };
  return { is: "no-table", what: "空文件（0 字节）", whatEn: "an empty file (0 bytes)" };
}

const WORD: What = { what: " Word 文档", whatEn: "a Word document" };
const SLIDES: What = { what: "演示文稿", whatEn: "a presentation" };
const ARCHIVE: What = { what: "压缩包（里面的名单请先解压）", whatEn: "an archive (unpack the lists in it first)" };
const PICTURE: What = { what: "图片", whatEn: "a picture" };
const PAGE: What = { what: "网页", whatEn: "a web page" };
const UNKNOWN: What = { what: "不认识的文件", whatEn: "a file of an unknown kind" };

function packageFormat(source: Source, head: Buffer, ending: string): Format {
  const parts = partsOf(source);
  if (parts === null) return cutOffPackage(head, ending);
  for (const key of parts.keys()) {
    if (key === "xl/workbook.bin") return { is: "unsupported", format: ".xlsb" };
    if (key.startsWith("word/")) return { is: "no-table", ...WORD };
    if (key.startsWith("ppt/")) return { is: "no-table", ...SLIDES };
    if (key === "index/document.iwa" && ending === "numbers") return { is: "unsupported", format: ".numbers" };
  }
  if (parts.has("_rels/.rels") && [...parts.keys()].some((key) => key.endsWith(".xml"))) return { is: "xlsx", parts };
  if (parts.has("xl/workbook.xml")) return { is: "xlsx", parts };
  if (parts.has("content.xml") || parts.has("encrypted-package")) return openDocument(source, parts);
  return BOOK_ENDINGS.has(ending) ? mislabelled(ARCHIVE) : { is: "no-table", ...ARCHIVE };
}

/** An OpenDocument package names its kind in its first part, which is stored as it is. */
function openDocument(source: Source, parts: Parts): Format {
  const head = source.at(0, 200).toString("latin1");
  if (head.includes("opendocument.text")) return { is: "no-table", ...WORD };
  if (head.includes("opendocument.presentation")) return { is: "no-table", ...SLIDES };
  return { is: "ods", parts };
}

/** The directory of a package stands at its end: a file whose download broke off has none. */
function cutOffPackage(head: Buffer, ending: string): Format {
  const hasSheets = head.includes("xl/") || head.includes("xl\\");
  if (!hasSheets && !BOOK_ENDINGS.has(ending) && ending !== "ods") return { is: "no-table", ...ARCHIVE };
  return CUT_OFF;
}

const CUT_OFF: Format = {
  is: "damaged",
  why: "文件不完整（可能没有下载完）",
  whyEn: "it is cut off (a broken download?)",
};

function oleFormat(names: ReadonlySet<string>, ending: string): Format {
  if (names.has("EncryptedPackage")) {
    if (/^doc|^dot/.test(ending)) return { is: "no-table", ...WORD };
    if (/^pp|^pot/.test(ending)) return { is: "no-table", ...SLIDES };
    return { is: "locked" };
  }
  if (names.has("Workbook") || names.has("Book") || names.has("WORKBOOK") || names.has("BOOK")) {
    return { is: "old-workbook" };
  }
  if (names.has("WordDocument")) return { is: "no-table", ...WORD };
  if (names.has("PowerPoint Document")) return { is: "no-table", ...SLIDES };
  if (!BOOK_ENDINGS.has(ending)) return { is: "no-table", ...UNKNOWN };
  // The directory of a container may stand anywhere: a file that broke off may have none left.
  return names.size === 0 ? CUT_OFF : mislabelled(UNKNOWN);
}

const SIGNATURES: readonly (readonly [bytes: string, What])[] = [
  ["25504446", { what: " PDF 文件", whatEn: "a PDF file" }],
  ["ffd8ff", PICTURE],
  ["89504e47", PICTURE],
  ["47494638", PICTURE],
  ["49492a00", PICTURE],
  ["4d4d002a", PICTURE],
  ["526172211a07", ARCHIVE],
  ["377abcaf271c", ARCHIVE],
  ["1f8b08", ARCHIVE],
  ["504b0506", ARCHIVE],
  ["7b5c727466", WORD],
];

function bySignature(head: Buffer): What | null {
  const start = head.toString("hex", 0, 8);
  const found = SIGNATURES.find(([bytes]) => start.startsWith(bytes));
  if (found !== undefined) return found[1];
  // "BM" alone begins many texts; a bitmap has its own size next.
  const isBitmap =
    start.startsWith("424d") && head.length > 14 && head.readUInt16LE(6) === 0 && head.readUInt16LE(8) === 0;
  return isBitmap ? PICTURE : null;
}

/** Texts that are marked up as something, by how they begin. */
const MARKUP: readonly (readonly [begins: RegExp, is: "fods" | "xml-2003" | "html" | { readonly format: string }])[] = [
  [/^<\?xml[\s\S]*opendocument\.spreadsheet/, "fods"],
  [/^<\?xml[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/, "xml-2003"],
  [/^<(?:!doctype html|html|head|meta|style|body|table|tr|div|center)\b/i, "html"],
  [/^<(?:\?xml|!--)[\s\S]*<(?:html|table)\b/i, "html"],
  [/^MIME-Version:/i, { format: ".mht" }],
  [/^ID;P/, { format: ".slk" }],
];

/** Endings of texts that are no lists; under any other ending a text is read where it was named. */
const NO_LIST_ENDINGS =
  /^(?:ya?ml|json|jsonl|xml|html?|mht(?:ml)?|md|log|js|mjs|ts|py|bat|cmd|ps1|sh|ini|css|rtf|eml|url|svg)$/;

function textFormat(head: Buffer, ending: string, named: boolean): Format {
  const start = textHead(head);
  const found = MARKUP.find(([begins]) => begins.test(start))?.[1];
  if (typeof found === "object") return { is: "unsupported", format: found.format };
  if (found === "html" && !named && !isTableEnding(ending)) return { is: "no-table", ...PAGE };
  if (found !== undefined) return { is: found };
  if (TEXT_ENDINGS.has(ending) || BOOK_ENDINGS.has(ending)) return { is: "csv" };
  if (named && !NO_LIST_ENDINGS.test(ending)) return { is: "csv" };
  return { is: "no-table", what: `文本文件（.${ending}）`, whatEn: `a text file (.${ending})` };
}

/** The root of a .fods names some sixty namespaces before it says what it is. */
const MARKUP_BYTES = 16 * 1024;

/** The beginning as text, good enough to see ASCII marks in any encoding. */
function textHead(head: Buffer): string {
  const bytes = head.subarray(0, MARKUP_BYTES);
  const wide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0;
  const text = wide ? bytes.toString("utf16le") : bytes.toString(isUtf8(bytes) ? "utf8" : "latin1");
  return text.replace(/^(?:\uFEFF|\u00EF\u00BB\u00BF)/, "").trimStart();
}

function binaryFormat(head: Buffer, ending: string): Format {
  const other = OTHER_TABLE_ENDINGS[ending];
  if (other !== undefined) return { is: "unsupported", format: other };
  // The record that began a workbook before there were containers: Excel 2 to 4.
  const isOldBook = head[0] === 0x09 && [0, 2, 4, 8].includes(head[1] ?? -1);
  if (isOldBook && BOOK_ENDINGS.has(ending)) return { is: "unsupported", format: ".xls (Excel 4)" };
  return isTableEnding(ending) ? mislabelled(UNKNOWN) : { is: "no-table", ...UNKNOWN };
}
