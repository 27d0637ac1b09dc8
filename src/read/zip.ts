/** The package around a workbook: what its central directory says. Nothing is unpacked here, nothing is believed. */
import { MAX_PARTS } from "./limits.ts";
import type { Source } from "./source.ts";
import { damaged, overLimit } from "./unreadable.ts";

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
  /** Another part has the same name and other bytes: which of them a program shows is chance. */
  readonly twice: boolean;
}

/** The parts by their name in lower case, with "/" and without a leading one; of two equal names the first. */
export type Parts = ReadonlyMap<string, Part>;

const END_MARK = 0x06054b50;
const END64_LOCATOR_MARK = 0x07064b50;
const END64_MARK = 0x06064b50;
const CENTRAL_MARK = 0x02014b50;
/** How the local header of a part begins. */
export const LOCAL_MARK = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
/** A local header without the name and the extra field that follow it. */
export const LOCAL_LENGTH = 30;
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
    const part = readEntry(bytes, at, name, extraAt, extraLength, shift);
    const key = partKey(name);
    const first = parts.get(key);
    if (first === undefined) parts.set(key, part);
    else if (first.crc !== part.crc || first.unpacked !== part.unpacked) parts.set(key, { ...first, twice: true });
    if (parts.size > MAX_PARTS) {
      throw overLimit("压缩包里的文件数", "files in the package", MAX_PARTS, `> ${MAX_PARTS}`);
    }
    at = extraAt + extraLength + commentLength;
  }
  throwIfOverlapping([...parts.values()]);
  return parts;
}

/** Parts that share their bytes are how a small file holds endless ones; no program writes them. */
function throwIfOverlapping(parts: readonly Part[]): void {
  let end = Number.NEGATIVE_INFINITY;
  for (const { name, offset, packed } of [...parts].sort((a, b) => a.offset - b.offset)) {
    if (offset < end)
      throw damaged(`压缩包里的 ${name} 与别的文件重叠`, `${name} overlaps another file in the package`);
    end = offset + LOCAL_LENGTH + packed;
  }
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
    twice: false,
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
