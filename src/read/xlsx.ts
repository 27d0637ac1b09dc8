/** A workbook (.xlsx, .xlsm): which parts it has, and its sheets in their order, hidden ones too. */
import type { List } from "../model/list.ts";
import { type Book, CellValues } from "./cell-values.ts";
import { MAX_SHEETS } from "./limits.ts";
import type { Shows } from "./number-text.ts";
import { readSharedStrings } from "./shared-strings.ts";
import { readSheet } from "./sheet.ts";
import type { Source } from "./source.ts";
import { readStyles } from "./styles.ts";
import { Texts } from "./texts.ts";
import { Unpacker } from "./unpack.ts";
import { damaged, overLimit } from "./unreadable.ts";
import { END, nameKey, OPEN, XmlScanner } from "./xml.ts";
import { attributeText } from "./xml-text.ts";
import { type Parts, partKey } from "./zip.ts";

const RELATIONSHIP = nameKey("Relationship");
const ID = nameKey("Id");
const RELATION_ID = nameKey("id");
const TYPE = nameKey("Type");
const TARGET = nameKey("Target");
const SHEET = nameKey("sheet");
const NAME = nameKey("name");
const WORKBOOK_PROPERTIES = nameKey("workbookPr");
const DATE_1904 = nameKey("date1904");

/** Reads the worksheets of a workbook whose parts are known: all, or those whose names are wanted. */
export function readXlsx(
  source: Source,
  parts: Parts,
  file: string,
  wanted: ((sheet: string) => boolean) | null,
): readonly List[] {
  const package_ = new Package(source, parts);
  const workbookName = package_.target("", "officeDocument") ?? "xl/workbook.xml";
  const workbook = package_.read(workbookName, readWorkbook);
  const named = wanted === null ? workbook.sheets : workbook.sheets.filter(({ name }) => wanted(name));
  if (wanted !== null && named.length === 0) return [];
  const relations = package_.relations(workbookName);
  const book = readBook(package_, relations, workbook.from1904);
  const sheets = { texts: book.texts, values: new CellValues(book), cells: 0 };
  const lists: List[] = [];
  for (const sheet of named) {
    const relation = relations.get(sheet.relation);
    if (relation === undefined) throw damaged(`工作表“${sheet.name}”不见了`, `sheet "${sheet.name}" is missing`);
    // Sheets that are one chart or one dialog hold no cells.
    if (relation.type !== "worksheet") continue;
    const read = package_.read(relation.target, (scan) => readSheet(scan, sheets));
    lists.push({ file, sheet: sheet.name, original: null, ...read });
  }
  if (lists.length === 0) throw damaged("工作簿里没有工作表", "the workbook has no worksheet");
  return lists;
}

/** One relation of a part to another. */
interface Relation {
  /** The last word of its type: worksheet, sharedStrings, styles, …; the same in both namespaces. */
  readonly type: string;
  /** The full name of the other part. */
  readonly target: string;
}

type Relations = ReadonlyMap<string, Relation>;

/** The parts of a workbook, unpacked as they are asked for. */
class Package {
  readonly #parts: Parts;
  readonly #unpacker: Unpacker;

  constructor(source: Source, parts: Parts) {
    this.#parts = parts;
    this.#unpacker = new Unpacker(source);
  }

  has(name: string): boolean {
    return this.#parts.has(partKey(name));
  }

  /** Walks the XML of a part. */
  read<T>(name: string, walk: (scan: XmlScanner) => T): T {
    const part = this.#parts.get(partKey(name));
    if (part === undefined) throw damaged(`缺少 ${name}`, `${name} is missing`);
    return this.#unpacker.unpack(part, (bytes) => walk(new XmlScanner(bytes)));
  }

  /** What a part is related to; "" asks for the package itself. */
  relations(name: string): Relations {
    const slash = name.lastIndexOf("/");
    const folder = name.slice(0, slash + 1);
    const relationsName = `${folder}_rels/${name.slice(slash + 1)}.rels`;
    if (!this.has(relationsName)) return new Map();
    return this.read(relationsName, (scan) => readRelations(scan, folder));
  }

  /** The part that stands in this relation to another. */
  target(name: string, type: string): string | null {
    for (const relation of this.relations(name).values()) if (relation.type === type) return relation.target;
    return null;
  }
}

function readRelations(scan: XmlScanner, folder: string): Relations {
  const relations = new Map<string, Relation>();
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token !== OPEN || scan.name !== RELATIONSHIP) continue;
    let id = "";
    let type = "";
    let target = "";
    while (scan.attribute()) {
      const value = attributeText(scan);
      if (scan.attributeName === ID) id = value;
      else if (scan.attributeName === TYPE) type = value.slice(value.lastIndexOf("/") + 1);
      else if (scan.attributeName === TARGET) target = value;
    }
    relations.set(id, { type, target: resolved(folder, target) });
  }
  return relations;
}

/** "worksheets/sheet1.xml" from "xl/", "/xl/worksheets/sheet1.xml", "../xl/…": all name one part. */
function resolved(folder: string, target: string): string {
  const path = target.replaceAll("\\", "/");
  const names: string[] = [];
  for (const name of (path.startsWith("/") ? path : folder + path).split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return names.join("/");
}

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly from1904: boolean;
}

function readWorkbook(scan: XmlScanner): Workbook {
  const sheets: { readonly name: string; readonly relation: string }[] = [];
  let from1904 = false;
  for (let token = scan.next(); token !== END; token = scan.next()) {
    if (token !== OPEN) continue;
    if (scan.name === SHEET) sheets.push(readSheetName(scan));
    else if (scan.name === WORKBOOK_PROPERTIES) from1904 = says1904(scan);
    if (sheets.length > MAX_SHEETS) throw overLimit("工作表数", "sheets", MAX_SHEETS, `> ${MAX_SHEETS}`);
  }
  return { sheets, from1904 };
}

function readSheetName(scan: XmlScanner): { name: string; relation: string } {
  let name = "";
  let relation = "";
  while (scan.attribute()) {
    const value = attributeText(scan);
    if (scan.attributeName === NAME) name = value;
    else if (scan.attributeName === RELATION_ID && scan.prefixed) relation = value;
  }
  return { name, relation };
}

function says1904(scan: XmlScanner): boolean {
  let from1904 = false;
  while (scan.attribute()) {
    const value = attributeText(scan);
    if (scan.attributeName === DATE_1904) from1904 = value === "1" || value === "true";
  }
  return from1904;
}

function readBook(package_: Package, relations: Relations, from1904: boolean): Book {
  const texts = new Texts();
  let styles: readonly Shows[] = [];
  for (const { type, target } of relations.values()) {
    if (!package_.has(target)) continue;
    if (type === "sharedStrings" && texts.count === 0) package_.read(target, (scan) => readSharedStrings(scan, texts));
    else if (type === "styles") styles = package_.read(target, readStyles);
  }
  return { texts, sharedStrings: texts.count, styles, from1904 };
}
