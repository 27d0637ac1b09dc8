/** Near names: what somebody who wrote an unknown word most likely meant. */
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/problem/nearest.ts";

const KINDS = ["flat", "per-member", "highest-of", "listed", "goods", "service"];
const PROGRAMMES = ["leaders-visit", "street-visit", "twin-visit", "party-visit", "youth-visit", "gift-pack"];

describe("nearest", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["falt", KINDS, ["flat"]],
    ["futher", ["first", "further", "at-most"], ["further"]],
    ["Listed", KINDS, ["listed"]],
    ["street-vist", PROGRAMMES, ["street-visit"]],
    ["低保户", ["低保", "特困供养", "重残无业"], ["低保"]],
    ["身份证", ["姓名", "身份证号", "户主身份证号"], ["身份证号", "户主身份证号"]],
    ["ｆｌａｔ", KINDS, ["flat"]],
    ["zzzzzz", KINDS, []],
    ["", KINDS, []],
    ["flat", [], []],
  ])("%s", (word, candidates, expected) => {
    expect(nearest(word, candidates)).toEqual(expected);
  });

  it("gives at most four, best first, ties by their letters", () => {
    expect(nearest("x-visit", ["e-visit", "d-visit", "c-visit", "b-visit", "a-visit"])).toEqual([
      "a-visit",
      "b-visit",
      "c-visit",
      "d-visit",
    ]);
  });

  it("a swap of two letters is one slip", () => {
    expect(nearest("exitsing", ["existing", "exciting"], 1)).toEqual(["existing"]);
  });

  it("a word of a million letters costs no time", () => {
    expect(nearest("x".repeat(1_000_000), KINDS)).toEqual([]);
  });
});
