/**
 * Unpacks the parts of a package, each as a stream. What a part declares is held against the limits before its first
 * byte, and what it turns out to be against what it declared with every piece: a bomb goes off nowhere.
 */
import { crc32 } from "node:zlib";
import { type Inflated, inflated } from "./inflate.ts";
import { DEFLATE_RATIO, MAX_INFLATED_BYTES, MAX_RATIO, RATIO_FREE_BYTES } from "./limits.ts";
import type { Source } from "./source.ts";
import { type ByteStream, streamOf } from "./stream.ts";
import { damaged, locked, overLimit } from "./unreadable.ts";
import { LOCAL_LENGTH, LOCAL_MARK, type Part } from "./zip.ts";

/** Unpacks the parts of one workbook, and keeps count of what they come to together. */
export class Unpacker {
  readonly #source: Source;
  #total = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Lets `look` see a part. It sees the end only where size and checksum are right; anything else is thrown. */
  unpack<T>(part: Part, look: (bytes: ByteStream) => T): T {
    const bytes = this.#open(part);
    try {
      return look(bytes);
    } finally {
      bytes.close();
    }
  }

  #open(part: Part): ByteStream {
    if (part.encrypted) throw locked();
    if (part.twice) {
      const { name } = part;
      throw damaged(`压缩包里有两个不同的 ${name}`, `the package has two different parts named ${name}`);
    }
    this.#claim(part);
    return new PartStream(part, this.#packed(part));
  }

  /** Sizes are refused as they are declared. */
  #claim(part: Part): void {
    const { packed, unpacked } = part;
    this.#total += unpacked;
    if (this.#total > MAX_INFLATED_BYTES) {
      throw overLimit("解压后的字节数", "bytes when unpacked", MAX_INFLATED_BYTES, this.#total);
    }
    throwIfPacked(packed, unpacked);
    if (unpacked > packed * DEFLATE_RATIO + 64) throw brokenPart(part);
  }

  #packed(part: Part): Buffer {
    const header = this.#source.at(part.offset, LOCAL_LENGTH);
    if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_MARK) throw brokenPart(part);
    const start = part.offset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28);
    const packed = this.#source.at(start, part.packed);
    if (packed.length !== part.packed) throw brokenPart(part);
    return packed;
  }
}

/** A part as it is unpacked. */
class PartStream implements ByteStream {
  readonly #part: Part;
  readonly #bytes: Inflated;
  #total = 0;
  #crc = 0;

  constructor(part: Part, packed: Buffer) {
    this.#part = part;
    this.#bytes = bytesOf(part, packed);
  }

  read(into: Buffer, at: number, room: number): number {
    const part = this.#part;
    const count = this.#next(into, at, room);
    this.#crc = crc32(into.subarray(at, at + count), this.#crc);
    this.#total += count;
    throwIfPacked(this.#bytes.used, this.#total);
    const isEnd = count === 0;
    if (this.#total > part.unpacked || (isEnd && !this.#isWhole())) throw brokenPart(part);
    return count;
  }

  close(): void {
    this.#bytes.close();
  }

  #next(into: Buffer, at: number, room: number): number {
    try {
      return this.#bytes.read(into, at, room);
    } catch {
      // Every error of zlib says the same: these bytes are not what the directory declares.
      throw brokenPart(this.#part);
    }
  }

  #isWhole(): boolean {
    return this.#total === this.#part.unpacked && this.#crc === this.#part.crc;
  }
}

function bytesOf(part: Part, packed: Buffer): Inflated {
  if (part.method === 0) return { ...streamOf(packed), used: packed.length };
  if (part.method === 8) return inflated(packed, part.unpacked);
  throw damaged(`压缩方法 ${part.method} 不认识`, `compression method ${part.method} is unknown`);
}

function throwIfPacked(packed: number, unpacked: number): void {
  if (unpacked <= RATIO_FREE_BYTES || unpacked <= packed * MAX_RATIO) return;
  throw overLimit("压缩倍数", "compression ratio", MAX_RATIO, Math.round(unpacked / Math.max(1, packed)));
}

function brokenPart({ name }: Part): Error {
  return damaged(`压缩包里的 ${name} 已损坏`, `${name} in the package is damaged`);
}
