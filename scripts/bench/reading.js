// Measures the reading of one workbook: node reading.js memory|time PATH. Exit 1 where it is over its budget.
import { readFileSync } from "node:fs";
import { constants, crc32, inflateRawSync } from "node:zlib";
import { readInput } from "../../dist/read/read.js";
import { sourceOf } from "../../dist/read/source.js";
import { partsOf } from "../../dist/read/zip.js";

/** Reading may take this many times as long as unpacking alone, and so much memory, that of Node itself included. */
const MOST_TIMES = 3;
const MOST_MEGABYTES = 150;
/** Others use the machine too: the best of many runs, taken in turns, is what the work itself costs. */
const RUNS = 15;

const [what, path = ""] = process.argv.slice(2);
const read = () => readInput({ name: "名单.xlsx", path, named: true, settled: null });
const isOver = what === "memory" ? memory() : time();
if (isOver) process.exitCode = 1;

/** After one reading, while its lists are held. */
function memory() {
  const before = process.memoryUsage();
  const { lists } = read();
  const peak = process.resourceUsage().maxRSS / 1024;
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const left = (heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  console.log(
    `memory: peak ${Math.round(peak)} MB (at most ${MOST_MEGABYTES}); ` +
      `${Math.round(left)} MB more than before, garbage included, for ${lists[0]?.rows.length} rows`,
  );
  return peak > MOST_MEGABYTES;
}

function time() {
  const unpacking = [];
  const reading = [];
  const texts = [];
  for (let run = 0; run < RUNS; run++) {
    unpacking.push(measured(unpackAll).cost);
    const { value, cost } = measured(read);
    reading.push(cost);
    texts.push(measured(() => lengthOf(value)).cost);
  }
  const [unpack, all, text] = [unpacking, reading, texts].map(least);
  for (const [name, key] of /** @type {const} */ ([
    ["processor time", "processor"],
    ["wall time", "wall"],
  ])) {
    const times = (all[key] / unpack[key]).toFixed(2);
    console.log(
      `${name}: unpacking ${ms(unpack[key])}, reading ${ms(all[key])}, ratio ${times} (at most ${MOST_TIMES}); ` +
        `asking every cell for its text afterwards ${ms(text[key])}`,
    );
  }
  return all.processor > unpack.processor * MOST_TIMES;
}

/** What any program must do to read a workbook at all: each part inflated whole, and its checksum. */
function unpackAll() {
  const file = readFileSync(path);
  for (const part of (partsOf(sourceOf(file)) ?? new Map()).values()) {
    const start = part.offset + 30 + file.readUInt16LE(part.offset + 26) + file.readUInt16LE(part.offset + 28);
    const bytes = inflateRawSync(file.subarray(start, start + part.packed), {
      chunkSize: Math.max(part.unpacked + 1, constants.Z_MIN_CHUNK),
    });
    if (crc32(bytes) !== part.crc) throw new Error(`${part.name} is damaged`);
  }
}

/** @param {import("../../dist/model/list.js").InputFile} input */
function lengthOf({ lists }) {
  let length = 0;
  for (const { rows } of lists) for (const { cells } of rows) for (const cell of cells) length += cell.length;
  return length;
}

/**
 * @template T
 * @param {() => T} work
 */
function measured(work) {
  const used = process.cpuUsage();
  const from = performance.now();
  const value = work();
  const wall = performance.now() - from;
  const { user, system } = process.cpuUsage(used);
  return { value, cost: { wall, processor: (user + system) / 1000 } };
}

/** @param {readonly { wall: number, processor: number }[]} costs */
function least(costs) {
  return {
    wall: Math.min(...costs.map(({ wall }) => wall)),
    processor: Math.min(...costs.map(({ processor }) => processor)),
  };
}

/** @param {number} milliseconds */
function ms(milliseconds) {
  return `${Math.round(milliseconds)} ms`;
}
