// Mutants of files that are sound: what a bad disk, a bad program or a bad person makes of a list. The same seed makes
// the same mutant on every machine.
import { HOSTILE_TEXTS, HOSTILE_VALUES, HOSTILE_XML } from "./hostile.js";
import { packageOf, partsOf } from "./package.js";

/** @typedef {import("../fixtures/random.js").Chance} Chance */
/** @typedef {{ name: string, bytes: Buffer }} File */
/** @typedef {{ name: string, bytes: Buffer, how: string }} Mutant */

/** Elements that a depth bomb opens, and the most that a piece of XML is repeated. */
const MUCH = 20_000;
/** Of a text whose lines may each become a row that is written several times. */
const MANY = 3000;

/** Changes in one mutant: what one of them breaks another may hide. */
const MOST_CHANGES = 3;

/**
 * One mutant of one of these files.
 * @param {readonly File[]} files @param {Chance} chance
 * @returns {Mutant}
 */
export function mutant(files, chance) {
  const { name, bytes } = chance.pick(files);
  const changes = [];
  let made = bytes;
  for (let left = chance.int(1, MOST_CHANGES); left > 0 && made.length > 0; left--) {
    const change = changed(made, files, chance);
    made = change.made;
    changes.push(change.how);
  }
  return { name, bytes: made, how: `${name}: ${changes.join("; ")}` };
}

/** @param {Buffer} bytes @param {readonly File[]} files @param {Chance} chance @returns {Made} */
function changed(bytes, files, chance) {
  const parts = partsOf(bytes);
  const isText = parts === null && bytes[0] !== COMPOUND;
  const ways =
    parts !== null ? [inBytes, inXml, inXml, inXml, inPackage] : isText ? [inBytes, inText, inText] : [inBytes];
  return chance.pick(ways)(bytes, parts ?? [], files, chance);
}

/** The first byte of an old workbook. */
const COMPOUND = 0xd0;

/** @typedef {{ made: Buffer, how: string }} Made */

/**
 * Bytes changed without a thought for what they mean.
 * @param {Buffer} bytes @param {unknown} _parts @param {readonly File[]} files @param {Chance} chance @returns {Made}
 */
function inBytes(bytes, _parts, files, chance) {
  const at = chance.int(0, bytes.length - 1);
  const to = Math.min(bytes.length, at + chance.int(1, 2000));
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, to), bytes.subarray(to)];
  switch (chance.pick(["flip", "cut", "drop", "twice", "noise", "splice"])) {
    case "flip": {
      const made = Buffer.from(bytes);
      const flips = chance.int(1, 8);
      for (let i = 0; i < flips; i++) made[chance.int(0, made.length - 1)] = chance.int(0, 255);
      return { made, how: `${flips} bytes changed` };
    }
    case "cut":
      return { made: Buffer.from(before), how: `cut off at ${at}` };
    case "drop":
      return { made: Buffer.concat([before, after]), how: `${piece.length} bytes gone at ${at}` };
    case "twice":
      return { made: Buffer.concat([before, piece, piece, after]), how: `${piece.length} bytes twice at ${at}` };
    case "noise": {
      const noise = Buffer.from(Array.from({ length: chance.int(1, 200) }, () => chance.int(0, 255)));
      return { made: Buffer.concat([before, noise, after]), how: `${noise.length} bytes more at ${at}` };
    }
    default: {
      const other = chance.pick(files);
      const from = chance.int(0, other.bytes.length - 1);
      return { made: Buffer.concat([before, other.bytes.subarray(from)]), how: `goes on as ${other.name} at ${at}` };
    }
  }
}

/**
 * A text (CSV, or XML as one file): characters, separators, encodings.
 * @param {Buffer} bytes @param {unknown} _parts @param {unknown} _files @param {Chance} chance @returns {Made}
 */
function inText(bytes, _parts, _files, chance) {
  const text = bytes.toString("utf8");
  const at = chance.int(0, text.length);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  const hostile = chance.pick(HOSTILE_TEXTS);
  switch (chance.pick(["put", "cell", "cells", "encoding", "separator", "repeat"])) {
    case "put":
      return { made: Buffer.from(before + hostile + after), how: `${shown(hostile)} put in at ${at}` };
    case "cell":
      return {
        made: Buffer.from(before + after.replace(/[^,\t;|\r\n]+/, () => hostile)),
        how: `a cell is ${shown(hostile)}`,
      };
    case "cells": {
      const made = text.replaceAll(/[^,\t;|\r\n]+/g, (cell) =>
        chance.next() < 0.1 ? chance.pick(HOSTILE_TEXTS) : cell,
      );
      return { made: Buffer.from(made), how: "a tenth of the cells is hostile" };
    }
    case "encoding": {
      const encoding = /** @type {const} */ (chance.pick(["utf16le", "latin1"]));
      return { made: Buffer.from(text, encoding), how: `in ${encoding}` };
    }
    case "separator": {
      const other = chance.pick([",", "\t", ";", "|", " ", "\u0000"]);
      return { made: Buffer.from(text.replaceAll(",", other)), how: `separated by ${shown(other)}` };
    }
    default: {
      const piece = after.slice(0, chance.int(1, 60));
      return { made: Buffer.from(before + piece.repeat(chance.int(2, MANY)) + after), how: `${shown(piece)} repeated` };
    }
  }
}

/**
 * The XML of one part of a package, in a package that is sound.
 * @param {Buffer} _bytes @param {readonly import("./package.js").Part[]} parts @param {unknown} _files @param {Chance} chance
 * @returns {Made}
 */
function inXml(_bytes, parts, _files, chance) {
  const at = chance.int(0, parts.length - 1);
  const part = parts[at] ?? { name: "", bytes: Buffer.alloc(0) };
  const { xml, how } = mutantXml(part.bytes.toString("utf8"), chance);
  const made = packageOf(parts.with(at, { name: part.name, bytes: Buffer.from(xml) }));
  return { made, how: `${part.name}: ${how}` };
}

/** @param {string} xml @param {Chance} chance @returns {{ xml: string, how: string }} */
function mutantXml(xml, chance) {
  const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? [""];
  const at = chance.int(0, tokens.length - 1);
  const token = tokens[at] ?? "";
  const joined = (/** @type {string} */ instead) => tokens.with(at, instead).join("");
  switch (chance.pick(["drop", "swap", "text", "texts", "value", "values", "put", "repeat", "deep"])) {
    case "drop":
      return { xml: joined(""), how: `without ${shown(token)}` };
    case "swap": {
      const other = chance.int(0, tokens.length - 1);
      const xmlOf = tokens.with(at, tokens[other] ?? "").with(other, token);
      return { xml: xmlOf.join(""), how: `${shown(token)} and ${shown(tokens[other] ?? "")} change places` };
    }
    case "text":
      return { xml: joined(token.startsWith("<") ? token : escaped(chance.pick(HOSTILE_TEXTS))), how: "another text" };
    case "texts": {
      const all = tokens.map((each) =>
        each.startsWith("<") || chance.next() < 0.9 ? each : escaped(chance.pick(HOSTILE_TEXTS)),
      );
      return { xml: all.join(""), how: "a tenth of the texts is hostile" };
    }
    case "value": {
      const value = chance.pick(HOSTILE_VALUES);
      return { xml: joined(token.replace(/"[^"]*"/, () => `"${value}"`)), how: `${shown(token)} has "${value}"` };
    }
    case "values": {
      const name = /\s([\w:]+)="/.exec(token)?.[1] ?? "r";
      const value = chance.pick(HOSTILE_VALUES);
      return {
        xml: xml.replaceAll(new RegExp(`(\\s${name}=)"[^"]*"`, "g"), `$1"${value}"`),
        how: `each ${name} is "${value}"`,
      };
    }
    case "put": {
      const piece = chance.pick(HOSTILE_XML);
      return { xml: joined(token + piece), how: `${shown(piece)} behind ${shown(token)}` };
    }
    case "repeat": {
      const times = chance.int(2, MUCH);
      return { xml: joined(token.repeat(times)), how: `${shown(token)} ${times} times` };
    }
    default: {
      const depth = chance.int(10, MUCH);
      return { xml: joined(`${"<x>".repeat(depth)}${token}`), how: `${depth} elements deep at ${shown(token)}` };
    }
  }
}

/**
 * The package itself.
 * @param {Buffer} _bytes @param {readonly import("./package.js").Part[]} parts @param {unknown} _files @param {Chance} chance
 * @returns {Made}
 */
function inPackage(_bytes, parts, _files, chance) {
  const at = chance.int(0, parts.length - 1);
  const part = parts[at] ?? { name: "", bytes: Buffer.alloc(0) };
  const without = parts.filter((_, index) => index !== at);
  switch (
    chance.pick(["gone", "twice", "renamed", "empty", "stored", "declared", "flags", "method", "offset", "order"])
  ) {
    case "gone":
      return { made: packageOf(without), how: `without ${part.name}` };
    case "twice":
      return {
        made: packageOf([...parts, { name: part.name, bytes: chance.pick(parts).bytes }]),
        how: `${part.name} twice`,
      };
    case "renamed": {
      const name = chance.pick([
        "../../x",
        "__proto__",
        "/etc/passwd",
        part.name.toUpperCase(),
        part.name.replaceAll("/", "\\"),
        "",
      ]);
      return { made: packageOf([...without, { name, bytes: part.bytes }]), how: `${part.name} is called ${name}` };
    }
    case "empty":
      return {
        made: packageOf(parts.with(at, { name: part.name, bytes: Buffer.alloc(0) })),
        how: `${part.name} is empty`,
      };
    case "stored":
      return { made: packageOf(parts, { stored: true }), how: "nothing packed" };
    case "declared": {
      const declared = chance.pick([-100, -1, 1, 1_000_000, 4_000_000_000 - 20_000_000]);
      return { made: packageOf(parts, { declared }), how: `sizes declared ${declared} too large` };
    }
    case "flags":
      return { made: packageOf(parts, { flags: chance.pick([1, 8, 0x2000, 0xffff]) }), how: "other flags" };
    case "method":
      return { made: packageOf(parts, { method: chance.pick([0, 9, 12, 99]) }), how: "another method" };
    case "offset": {
      const offset = chance.pick([-30, -1, 1, 30, 1_000_000]);
      return { made: packageOf(parts, { offset }), how: `parts begin ${offset} away` };
    }
    default:
      return { made: packageOf(parts.toReversed()), how: "parts in another order" };
  }
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** @param {string} text */
function shown(text) {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
