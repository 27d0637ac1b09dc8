/**
 * The package around a workbook: its central directory, and one part unpacked at a time. Sizes are what the directory
 * declares, held against the limits before anything is unpacked and again while it is.
 */
import { constants, crc32, inflateRawSync } from "node:zlib";
import {
  DEFLATE_RATIO,
  MAX_HELD_PART_BYTES,
  MAX_INFLATED_BYTES,
  MAX_PARTS,
  MAX_RATIO,
  RATIO_FREE_BYTES,
} from "./limits.ts";
import type { Source } from "./source.ts";
import { damaged, locked, overLimit } from "./unreadable.ts";

/** One part as the central directory has it. */
export interface Part {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Where its local header stands in the file. */
  readonly offset: number;
}

/** The parts by their name in lower case, with "/" and without a leading one; of two equal names the first. */
export type Parts = ReadonlyMap<string, Part>;

const END_MARK = 0x06054b50;
const END64_LOCATOR_MARK = 0x07064b50;
const END64_MARK = 0x06064b50;
const CENTRAL_MARK = 0x02014b50;
const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
/** In a 32-bit field: the true value stands in the zip64 extra field. */
const IN_ZIP64 = 0xffffffff;

/** The parts of a package; null where there is no central directory (cut off, or no zip at all). */
export function partsOf(source: Source): Parts | null {
  const tailStart = Math.max(0, source.size - END_LENGTH - 0xffff);
  const tail = source.at(tailStart, source.size - tailStart);
  const end = endRecord(tail);
  if (end === null) return null;
  const directory = directoryPlace(source, tail, end, tailStart + end);
  if (directory === null) return null;
  const bytes = source.at(directory.offset, directory.length);
  if (bytes.length !== directory.length) return null;
  return readDirectory(bytes, directory.shift);
}

/** The end record stands at the very end but for its comment: found from behind. */
function endRecord(tail: Buffer): number | null {
  for (let i = tail.length - END_LENGTH; i >= 0; i--) {
    if (tail[i] === 0x50 && tail.readUInt32LE(i) === END_MARK) return i;
  }
  return null;
}

interface DirectoryPlace {
  readonly offset: number;
  readonly length: number;
  /** How far all offsets are off, where something was put in front of the package. */
  readonly shift: number;
}

function directoryPlace(source: Source, tail: Buffer, end: number, endAt: number): DirectoryPlace | null {
  let length = tail.readUInt32LE(end + 12);
  let declared = tail.readUInt32LE(end + 16);
  let directoryEnd = endAt;
  if (length === IN_ZIP64 || declared === IN_ZIP64 || tail.readUInt16LE(end + 10) === 0xffff) {
    const locator = source.at(endAt - 20, 20);
    if (locator.length === 20 && locator.readUInt32LE(0) === END64_LOCATOR_MARK) {
      const at = Number(locator.readBigUInt64LE(8));
      const end64 = source.at(at, 56);
      if (end64.length < 56 || end64.readUInt32LE(0) !== END64_MARK) return null;
      length = Number(end64.readBigUInt64LE(40));
      declared = Number(end64.readBigUInt64LE(48));
      directoryEnd = at;
    }
  }
  const offset = directoryEnd - length;
  // A directory that does not end where the end record begins is taken where it is declared.
  const fits = offset >= 0 && (length === 0 || mark(source, offset) === CENTRAL_MARK);
  if (fits) return { offset, length, shift: offset - declared };
  if (declared + length > source.size) return null;
  return { offset: declared, length, shift: 0 };
}

function mark(source: Source, offset: number): number {
  const bytes = source.at(offset, 4);
  return bytes.length === 4 ? bytes.readUInt32LE(0) : 0;
}

function readDirectory(bytes: Buffer, shift: number): Parts {
  const parts = new Map<string, Part>();
  let at = 0;
  while (at + CENTRAL_LENGTH <= bytes.length && bytes.readUInt32LE(at) === CENTRAL_MARK) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    const extraAt = at + CENTRAL_LENGTH + nameLength;
    const name = bytes.toString("utf8", at + CENTRAL_LENGTH, extraAt);
    const key = partKey(name);
    if (!parts.has(key)) parts.set(key, readEntry(bytes, at, name, extraAt, extraLength, shift));
    if (parts.size > MAX_PARTS)
      throw overLimit("压缩包里的文件数", "files in the package", MAX_PARTS, `> ${MAX_PARTS}`);
    at = extraAt + extraLength + commentLength;
  }
  return parts;
}

function readEntry(bytes: Buffer, at: number, name: string, extraAt: number, extraLength: number, shift: number): Part {
  const sizes = {
    unpacked: bytes.readUInt32LE(at + 24),
    packed: bytes.readUInt32LE(at + 20),
    offset: bytes.readUInt32LE(at + 42),
  };
  readZip64(bytes.subarray(extraAt, extraAt + extraLength), sizes);
  return {
    name,
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    crc: bytes.readUInt32LE(at + 16),
    packed: sizes.packed,
    unpacked: sizes.unpacked,
    offset: sizes.offset + shift,
  };
}

/** The zip64 extra field holds, in this order, only those of the three that did not fit in 32 bits. */
function readZip64(extra: Buffer, sizes: { unpacked: number; packed: number; offset: number }): void {
  let at = 0;
  while (at + 4 <= extra.length) {
    const kind = extra.readUInt16LE(at);
    const end = Math.min(at + 4 + extra.readUInt16LE(at + 2), extra.length);
    if (kind === 1) {
      let field = at + 4;
      for (const key of ["unpacked", "packed", "offset"] as const) {
        if (sizes[key] !== IN_ZIP64 || field + 8 > end) continue;
        sizes[key] = Number(extra.readBigUInt64LE(field));
        field += 8;
      }
      return;
    }
    at = end;
  }
}

/** A part's name as it is looked up: some writers use backslashes, capitals, or a leading slash. */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

/** Unpacks the parts of one workbook, and keeps count of what they come to together. */
export class Unpacker {
  readonly #source: Source;
  #total = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The bytes of a part; `held` is for parts that stay in memory whole while others are read. */
  unpack(part: Part, held: boolean): Buffer {
    if (part.encrypted) throw locked();
    this.#claim(part, held);
    const packed = this.#packed(part);
    const bytes = part.method === 0 ? packed : inflate(packed, part);
    if (bytes.length !== part.unpacked || crc32(bytes) !== part.crc) throw brokenPart(part.name);
    return bytes;
  }

  /** Sizes are refused as they are declared; `inflate` then stops at the declared size. */
  #claim(part: Part, held: boolean): void {
    const limit = held ? MAX_HELD_PART_BYTES : MAX_INFLATED_BYTES;
    const what = ["解压后的字节数", "bytes when unpacked"] as const;
    if (part.unpacked > limit) throw overLimit(...what, limit, part.unpacked);
    this.#total += part.unpacked;
    if (this.#total > MAX_INFLATED_BYTES) throw overLimit(...what, MAX_INFLATED_BYTES, this.#total);
    if (part.unpacked > RATIO_FREE_BYTES && part.unpacked > part.packed * MAX_RATIO) {
      const ratio = Math.round(part.unpacked / Math.max(1, part.packed));
      throw overLimit("压缩倍数", "compression ratio", MAX_RATIO, ratio);
    }
  }

  #packed(part: Part): Buffer {
    const header = this.#source.at(part.offset, LOCAL_LENGTH);
    if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_MARK) throw brokenPart(part.name);
    const start = part.offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.#source.at(start, part.packed);
    if (packed.length !== part.packed) throw brokenPart(part.name);
    return packed;
  }
}

function inflate(packed: Buffer, part: Part): Buffer {
  if (part.method !== 8) {
    throw damaged(`压缩方法 ${part.method} 不认识`, `compression method ${part.method} is unknown`);
  }
  if (part.unpacked > packed.length * DEFLATE_RATIO + 64) throw brokenPart(part.name);
  try {
    return inflateRawSync(packed, {
      // One buffer of the declared size, and one byte more so that it never looks full: nothing is copied together.
      chunkSize: Math.max(part.unpacked + 1, constants.Z_MIN_CHUNK),
      maxOutputLength: Math.max(part.unpacked, 1),
      finishFlush: constants.Z_FINISH,
    });
  } catch {
    // Every error of zlib says the same: these bytes are not what the directory declares.
    throw brokenPart(part.name);
  }
}

function brokenPart(name: string): Error {
  return damaged(`压缩包里的 ${name} 已损坏`, `${name} in the package is damaged`);
}
