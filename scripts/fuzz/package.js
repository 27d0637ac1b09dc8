// A package (.xlsx, .ods) as its parts, and back; on the way back it may be made as no honest program makes one.
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Of one part: what a mutant has made larger is not opened again. */
const MOST_BYTES = 50_000_000;

/** @typedef {{ name: string, bytes: Buffer }} Part */

/**
 * What may be odd about a package.
 * @typedef {object} Oddities
 * @property {boolean} [stored] nothing is packed
 * @property {number} [declared] added to the size that the directory declares of each part
 * @property {number} [flags] of each part: 1 says that it is encrypted
 * @property {number} [method] of each part
 * @property {number} [offset] added to where the directory says that a part begins
 */

/**
 * The parts of a package; null where it is none, or none that can be opened any more.
 * @param {Buffer} bytes
 * @returns {Part[] | null}
 */
export function partsOf(bytes) {
  try {
    return opened(bytes);
  } catch {
    return null;
  }
}

/** @param {Buffer} bytes @returns {Part[] | null} */
function opened(bytes) {
  const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  if (end < 0) return null;
  const parts = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    parts.push({
      name,
      bytes: bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: MOST_BYTES }),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts.length === 0 ? null : parts;
}

/**
 * A package of these parts; two may have one name.
 * @param {readonly Part[]} parts @param {Oddities} [odd]
 */
export function packageOf(
  parts,
  { stored = false, declared = 0, flags = 0, method = stored ? 0 : 8, offset = 0 } = {},
) {
  const bodies = [];
  const directory = [];
  let at = 0;
  for (const { name, bytes } of parts) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(LOCAL, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(flags | 0x800, 6);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(crc32(bytes), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(Math.max(0, bytes.length + declared), 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(CENTRAL, 0);
    head.copy(entry, 6, 4, 30);
    entry.writeUInt32LE(Math.max(0, at + offset), 42);
    bodies.push(head, title, packed);
    directory.push(entry, title);
    at += head.length + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}
