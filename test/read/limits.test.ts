/** The manual states the limits: each number that stands in limits.ts for what a clerk can meet stands there too. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as limits from "../../src/read/limits.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const SECTIONS = {
  zh: README.slice(README.indexOf("### 上限"), README.indexOf("### 目前的限度")),
  en: README.slice(README.indexOf("### Upper bounds"), README.indexOf("### Limits today")),
};

/** Inner matters of the reader: nobody meets them before one of the others. */
const INNER = new Set(["MAX_XML_PIECE_BYTES", "MAX_RECODED_BYTES", "DEFLATE_RATIO", "MAX_OLD_ANSWER_BYTES"]);

function written(name: string, limit: number): string {
  const isBytes = name.endsWith("_BYTES");
  const number = String(isBytes ? limit / 2 ** 20 : limit).replace(/\B(?=(?:\d{3})+$)/g, " ");
  return isBytes || name.endsWith("_MIB") ? `${number} MiB` : number;
}

describe.each(["zh", "en"] as const)("the README states (%s)", (language) => {
  const stated = SECTIONS[language].match(/\d{1,3}(?: \d{3})*(?: MiB)?/g) ?? [];

  it.each(Object.entries(limits).filter(([name]) => !INNER.has(name)))("%s", (name, limit) => {
    expect(stated).toContain(written(name, typeof limit === "number" ? limit : limit.most));
  });
});
