/** The older container of Office (OLE2): only the names of the streams in it, which tell what the file is. */
import type { Source } from "./source.ts";

const HEADER_LENGTH = 512;
const ENTRY_LENGTH = 128;
const MAX_NAME_BYTES = 64;
/** Directory sectors looked at: 4 entries each at least; a workbook has some twenty entries. */
const MAX_SECTORS = 256;
const LAST_SECTOR = 0xfffffffa;
/** Sectors of the allocation table that the header itself lists. */
const HEADER_TABLE_SECTORS = 109;

/** Whether bytes begin as an OLE2 file does. */
export function isOle(head: Buffer): boolean {
  return head.length >= 8 && head.readUInt32BE(0) === 0xd0cf11e0 && head.readUInt32BE(4) === 0xa1b11ae1;
}

/** The names of all streams and storages; those that could be read, where the file is damaged. */
export function streamNames(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  const header = source.at(0, HEADER_LENGTH);
  if (header.length < HEADER_LENGTH) return names;
  const shift = header.readUInt16LE(30);
  if (shift < 7 || shift > 16) return names;
  const size = 2 ** shift;
  const seen = new Set<number>();
  let sector = header.readUInt32LE(48);
  while (sector < LAST_SECTOR && !seen.has(sector) && seen.size < MAX_SECTORS) {
    seen.add(sector);
    addNames(source.at((sector + 1) * size, size), names);
    sector = nextSector(source, header, sector, size);
  }
  return names;
}

function addNames(sector: Buffer, names: Set<string>): void {
  for (let at = 0; at + ENTRY_LENGTH <= sector.length; at += ENTRY_LENGTH) {
    const length = sector.readUInt16LE(at + MAX_NAME_BYTES);
    if (length >= 2 && length <= MAX_NAME_BYTES) names.add(sector.toString("utf16le", at, at + length - 2));
  }
}

/** The sector that follows, by the allocation table; a table longer than the header's list ends the walk. */
function nextSector(source: Source, header: Buffer, sector: number, size: number): number {
  const perSector = size / 4;
  const index = Math.floor(sector / perSector);
  if (index >= HEADER_TABLE_SECTORS) return LAST_SECTOR;
  const table = header.readUInt32LE(76 + index * 4);
  if (table >= LAST_SECTOR) return LAST_SECTOR;
  const entry = source.at((table + 1) * size + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : LAST_SECTOR;
}
