// How fast a large workbook is read, beside how long unpacking it alone takes. Made-up people, fixed content, no clock.
// After `npm run build`: node scripts/bench-read.js [ROWS] [shared|inline]
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateRawSync } from "node:zlib";
import { readInput } from "../dist/read/read.js";
import { sourceOf } from "../dist/read/source.js";
import { partsOf, Unpacker } from "../dist/read/zip.js";

/** Reading may take this many times as long as unpacking alone. */
const BUDGET = 5;

const rows = Number(process.argv[2] ?? 100_000);
const inline = process.argv[3] === "inline";
const HEADERS =
  "序号 姓名 性别 身份证号 出生日期 街镇 居村委 家庭住址 联系电话 对象类别 保障人数 开户银行 银行账号 金额".split(" ");
const DATE_COLUMN = 4;
const NUMBER_COLUMNS = new Set([0, 10, 13]);

/** @param {number} i */
function person(i) {
  const digits = String(i).padStart(6, "0");
  const committee = `新泾${i % 37}居委会`;
  return [
    String(i + 1),
    `测试${"王李张刘陈杨赵黄周吴"[i % 10]}${"伟芳娜敏静丽强磊军洋"[(i >> 3) % 10]}`,
    i % 2 === 0 ? "男" : "女",
    `31990019${50 + (i % 50)}0101${digits.slice(-4)}${i % 10}`,
    String(20_000 + (i % 20_000)),
    "新泾街道",
    committee,
    `${committee}${i % 900}弄${i % 60}号${100 + (i % 1200)}室`,
    `139${String(10_000_000 + i)}`,
    ["低保", "特困供养", "重残无业", "因病支出型贫困"][i % 4] ?? "",
    String(1 + (i % 5)),
    "测试银行",
    `62290000${String(10_000_000 + i * 7)}`,
    `${460 + (i % 7) * 100}.5`,
  ];
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function sheetAndStrings() {
  /** @type {Map<string, number>} */
  const indexes = new Map();
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="x"><sheetData>'];
  for (let i = -1; i < rows; i++) {
    const cells = i < 0 ? HEADERS : person(i);
    let row = `<row r="${i + 2}" spans="1:14">`;
    for (const [c, text] of cells.entries()) {
      const ref = `${String.fromCharCode(65 + c)}${i + 2}`;
      if (i >= 0 && NUMBER_COLUMNS.has(c)) row += `<c r="${ref}" s="1"><v>${text}</v></c>`;
      else if (i >= 0 && c === DATE_COLUMN) row += `<c r="${ref}" s="2"><v>${text}</v></c>`;
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
  return { sheet: pieces.join(""), strings: `<?xml version="1.0"?><sst xmlns="x">${strings.join("")}</sst>` };
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

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
function makeBook() {
  const { sheet, strings } = sheetAndStrings();
  return zipped({
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>` +
      `<Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="49"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    "xl/sharedStrings.xml": strings,
    "xl/worksheets/sheet1.xml": sheet,
  });
}

/** @param {string} path */
function unpackAll(path) {
  const source = sourceOf(readFileSync(path));
  const unpacker = new Unpacker(source);
  let bytes = 0;
  for (const part of (partsOf(source) ?? new Map()).values()) bytes += unpacker.unpack(part, false).length;
  return bytes;
}

/**
 * The best of several, in milliseconds.
 * @param {() => unknown} work
 */
function best(work) {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return least;
}

const folder = join(tmpdir(), `relief-bench-${process.pid}`);
const path = join(folder, "名单.xlsx");
if (process.argv[4] !== undefined) {
  // A process of its own, so that making the file does not count.
  const file = { name: "名单.xlsx", path: process.argv[4], named: true, settled: null };
  const input = readInput(file);
  const first = input.lists[0]?.rows.length ?? 0;
  const heap = process.memoryUsage().heapUsed;
  const peak = process.resourceUsage().maxRSS;
  const unpacking = best(() => unpackAll(file.path));
  const reading = best(() => readInput(file));
  const ratio = reading / unpacking;
  console.log(
    `rows ${first}, unpacked ${Math.round(unpackAll(file.path) / 1e6)} MB, file ${Math.round(input.bytes / 1e6)} MB`,
  );
  console.log(
    `unpacking ${Math.round(unpacking)} ms, reading ${Math.round(reading)} ms, ratio ${ratio.toFixed(2)} (at most ${BUDGET})`,
  );
  console.log(`after one reading: heap ${Math.round(heap / 1e6)} MB, peak RSS ${Math.round(peak / 1e3)} MB`);
  if (ratio > BUDGET) process.exitCode = 1;
} else {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, makeBook());
    const argv = [fileURLToPath(import.meta.url), String(rows), inline ? "inline" : "shared", path];
    process.exitCode = spawnSync(process.execPath, argv, { stdio: "inherit" }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
