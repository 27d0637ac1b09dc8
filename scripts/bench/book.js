// A workbook of one sheet from rows of texts, written by hand: quick, and the same bytes every time.
import { crc32, deflateRawSync } from "node:zlib";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** @param {number} index */
function letters(index) {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

/**
 * @param {Iterable<readonly string[]>} rows texts of the cells, the header first
 * @param {{ numbers?: ReadonlySet<number>, dates?: ReadonlySet<number>, inline?: boolean, sheet?: string }} [options] columns that hold numbers or date serials
 */
export function bookOf(rows, { numbers = new Set(), dates = new Set(), inline = false, sheet = "名单" } = {}) {
  /** @type {Map<string, number>} */
  const indexes = new Map();
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>'];
  let number = 0;
  for (const cells of rows) {
    number++;
    let row = `<row r="${number}">`;
    for (const [c, text] of cells.entries()) {
      if (text === "") continue;
      const ref = `${letters(c)}${number}`;
      if (number > 1 && numbers.has(c)) row += `<c r="${ref}" s="1"><v>${text}</v></c>`;
      else if (number > 1 && dates.has(c)) row += `<c r="${ref}" s="2"><v>${text}</v></c>`;
      else if (inline) row += `<c r="${ref}" s="1" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
      else {
        const index = indexes.get(text) ?? indexes.size;
        if (index === indexes.size) indexes.set(text, index);
        row += `<c r="${ref}" s="1" t="s"><v>${index}</v></c>`;
      }
    }
    pieces.push(`${row}</row>`);
  }
  pieces.push("</sheetData></worksheet>");
  const strings = [...indexes.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`);
  return zipped({
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": `<?xml version="1.0"?><sst xmlns="x">${strings.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": pieces.join(""),
  });
}

/**
 * A package of these parts.
 * @param {Readonly<Record<string, string>>} parts
 */
function zipped(parts) {
  const bodies = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const bytes = Buffer.from(text);
    const packed = deflateRawSync(bytes, { level: 6 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(bytes.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(offset, 42);
    bodies.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  const directoryLength = directory.reduce((sum, bytes) => sum + bytes.length, 0);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directoryLength, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
