/** The first sheet of a workbook that relief wrote, read with nothing but node:zlib: no library that wrote it is asked. */
import { inflateRawSync } from "node:zlib";

/** The cells of the first sheet as text, row by row, empty cells as "". Throws where the bytes are no such workbook. */
export function firstSheet(bytes: Buffer): readonly (readonly string[])[] {
  const parts = unzip(bytes);
  const sheet = parts("xl/worksheets/sheet1.xml");
  if (sheet === null) throw new Error("no first sheet");
  const shared = [...(parts("xl/sharedStrings.xml") ?? "").matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => textIn(si));
  return [...sheet.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) => cellsOf(row ?? "", shared));
}

function cellsOf(row: string, shared: readonly string[]): readonly string[] {
  const cells: string[] = [];
  for (const [, letters = "", attributes = "", content] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const value = /<v>(.*?)<\/v>/s.exec(content ?? "")?.[1] ?? "";
    const isShared = attributes.includes('t="s"');
    const isInline = attributes.includes('t="inlineStr"');
    cells[columnNumber(letters) - 1] = isShared ? (shared[Number(value)] ?? "") : isInline ? textIn(content) : value;
  }
  return Array.from(cells, (cell) => cell ?? "");
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function textIn(xml: string | undefined): string {
  const texts = [...(xml ?? "").matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gs)].map(([, text]) => text ?? "");
  return texts.join("").replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name] ?? "");
}

/** Largest part that is unpacked: 50 000 rows of a signature sheet take some 60 MB of XML. */
const LARGEST_PART = 400_000_000;

/** Reads parts by name, by the directory at the end of the file (APPNOTE 4.3.12 and 4.3.16). */
function unzip(bytes: Buffer): (name: string) => string | null {
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end < 0) throw new Error("no zip file");
  const entries = new Map<string, number>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString("utf8", at + 46, at + 46 + nameLength), at);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return (name) => {
    const entry = entries.get(name);
    if (entry === undefined) return null;
    const local = bytes.readUInt32LE(entry + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(entry + 20));
    const isDeflated = bytes.readUInt16LE(entry + 10) === 8;
    return (isDeflated ? inflateRawSync(packed, { maxOutputLength: LARGEST_PART }) : packed).toString("utf8");
  };
}
