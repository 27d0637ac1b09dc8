/** Workbooks of the old kind made record by record, so that every oddity can be put into them. */
import { CFB } from "@e965/xlsx";

/** One record of BIFF: its number, and its body. */
export type Record_ = readonly [type: number, ...body: Buffer[]];

const u8 = (n: number) => Buffer.of(n);
const u16 = (n: number) => Buffer.of(n & 0xff, n >> 8);
const u32 = (n: number) => Buffer.of(n & 0xff, (n >> 8) & 0xff, (n >> 16) & 0xff, n >>> 24);

function f64(n: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(n);
  return bytes;
}

/** Records as bytes. */
function bytesOf(records: readonly Record_[]): Buffer {
  return Buffer.concat(
    records.flatMap(([type, ...body]) => {
      const whole = Buffer.concat(body);
      return [u16(type), u16(whole.length), whole];
    }),
  );
}

/** A text with 16-bit length as BIFF 8 has it. */
function wide(text: string): Buffer {
  return Buffer.concat([u16(text.length), u8(1), Buffer.from(text, "utf16le")]);
}

/** What a workbook made by hand consists of; what is left out is as usual. */
export interface OldBookOptions {
  /** BIFF 8 unless it says 5; then texts are given as bytes. */
  readonly biff?: 5 | 8;
  readonly codePage?: number;
  readonly date1904?: boolean;
  /** Number formats of the cell styles 0, 1, …: an id or a code. */
  readonly formats?: readonly (number | string)[];
  readonly sheets: readonly OldSheet[];
  /** The place of each sheet in the file, where it is not that of its tab. */
  readonly places?: readonly number[];
  /** More records before the sheets are named. */
  readonly globals?: readonly Record_[];
}

/** A sheet: name (bytes for BIFF 5), and its records. */
export interface OldSheet {
  readonly name: string | Buffer;
  readonly records: readonly Record_[];
  /** 1 hidden, 2 very hidden. */
  readonly state?: number;
  /** What its BOF says: 0x10 a worksheet, 0x20 a chart. */
  readonly kind?: number;
}

/** The stream of a workbook. */
export function streamOf(options: OldBookOptions): Buffer {
  const biff = options.biff ?? 8;
  const bof = (kind: number): Record_ => [
    0x0809,
    u16(biff === 8 ? 0x0600 : 0x0500),
    u16(kind),
    Buffer.alloc(biff === 8 ? 12 : 4),
  ];
  const nameOf = ({ name }: OldSheet) =>
    typeof name === "string"
      ? Buffer.concat([u8(name.length), u8(1), Buffer.from(name, "utf16le")])
      : Buffer.concat([u8(name.length), name]);
  const formats = options.formats ?? [0];
  const globals = (places: readonly number[]): Buffer =>
    bytesOf([
      bof(0x05),
      ...(options.codePage === undefined ? [] : [[0x0042, u16(options.codePage)] as const]),
      ...(options.date1904 ? [[0x0022, u16(1)] as const] : []),
      ...(options.globals ?? []),
      ...formats.flatMap((code, i) => (typeof code === "string" ? [[0x041e, u16(200 + i), wide(code)] as const] : [])),
      ...formats.map((code, i) => {
        const id = u16(typeof code === "string" ? 200 + i : code);
        return [0x00e0, u16(0), id, Buffer.alloc(biff === 8 ? 16 : 12)] as const;
      }),
      ...options.sheets.map(
        (sheet, i) => [0x0085, u32(places[i] ?? 0), u8(sheet.state ?? 0), u8(0), nameOf(sheet)] as const,
      ),
      [0x000a],
    ]);
  const bodies = options.sheets.map((sheet) => bytesOf([bof(sheet.kind ?? 0x10), ...sheet.records, [0x000a]]));
  const order = options.places ?? options.sheets.map((_, i) => i);
  const places: number[] = [];
  let at = globals([]).length;
  for (const i of order) {
    places[i] = at;
    at += bodies[i]?.length ?? 0;
  }
  return Buffer.concat([globals(places), ...order.map((i) => bodies[i] ?? Buffer.alloc(0))]);
}

/** A workbook's bytes: its stream in a container. */
export function oldBookOf(options: OldBookOptions): Buffer {
  return containerOf({ [options.biff === 5 ? "Book" : "Workbook"]: streamOf(options) });
}

/** A container with these streams. */
export function containerOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  return Buffer.from(CFB.write(container, { type: "buffer" }));
}

// Rows and columns are counted from 1, as everywhere else.
const at = (row: number, column: number) => Buffer.concat([u16(row - 1), u16(column - 1)]);

/** A text in its own record. */
export const label = (row: number, column: number, text: string | Buffer, style = 0): Record_ => [
  0x0204,
  at(row, column),
  u16(style),
  typeof text === "string" ? wide(text) : Buffer.concat([u16(text.length), text]),
];

export const number = (row: number, column: number, value: number, style = 0): Record_ => [
  0x0203,
  at(row, column),
  u16(style),
  f64(value),
];

/** Yes/no, or the number of an error. */
export const boolean = (row: number, column: number, yes: boolean): Record_ => [
  0x0205,
  at(row, column),
  u16(0),
  u8(yes ? 1 : 0),
  u8(0),
];
export const errorCell = (row: number, column: number, code: number): Record_ => [
  0x0205,
  at(row, column),
  u16(0),
  u8(code),
  u8(1),
];

/** A formula (1+1) with the eight bytes of its value. */
export const formula = (row: number, column: number, value: Buffer): Record_ => [
  0x0006,
  at(row, column),
  u16(0),
  value,
  Buffer.alloc(6),
  u16(7),
  Buffer.from("1e01001e010003", "hex"),
];
export const NUMBER_VALUE = f64;
/** The value is a text, in the record after it. */
export const TEXT_VALUE = Buffer.from("000000000000ffff", "hex");
export const textValue = (text: string): Record_ => [0x0207, wide(text)];

export const hiddenRow = (row: number): Record_ => [
  0x0208,
  u16(row - 1),
  u16(0),
  u16(9),
  u16(255),
  u32(0),
  u32(0x20 | 0x100),
];

export const hiddenColumns = (from: number, to: number): Record_ => [
  0x007d,
  u16(from - 1),
  u16(to - 1),
  u16(2048),
  u16(0),
  u16(1),
  u16(0),
];

export const merged = (top: number, left: number, bottom: number, right: number): Record_ => [
  0x00e5,
  u16(1),
  u16(top - 1),
  u16(bottom - 1),
  u16(left - 1),
  u16(right - 1),
];
