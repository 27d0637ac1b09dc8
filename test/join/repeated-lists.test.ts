/** Lists that repeat another one almost wholly, told by the numbers that they share. */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { account, codes, decide, idOf, list, places, problems, season } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号"];
/** A list of the people from one number to another. */
function people(file: string, from: number, to: number): InputFile {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at).map((n) => [
    `甲${n}`,
    idOf("19600101", n),
    account(n),
  ]);
  return list(file, HEADER, rows);
}

/** "repeats other: shared of numbers" of each such problem. */
function told(...lists: readonly InputFile[]): readonly string[] {
  return problems(season(lists), "J111").map((p) => {
    const { shared, numbers, other } = p.params as { shared: number; numbers: number; other: string };
    return `${p.place.file} repeats ${other.split(" › ")[0]}: ${shared} of ${numbers}`;
  });
}

describe("a list repeats another one", () => {
  it("that has nine of ten of its numbers", () => {
    expect(told(people("民政 低保 12月.xlsx", 1, 10), people("民政 低保 1月.xlsx", 2, 20))).toEqual([
      "民政 低保 12月.xlsx repeats 民政 低保 1月.xlsx: 9 of 10",
    ]);
  });

  it("of the same length: the later one by name is told", () => {
    expect(told(people("民政 低保 甲.xlsx", 1, 20), people("民政 低保 乙.xlsx", 2, 21))).toEqual([
      "民政 低保 甲.xlsx repeats 民政 低保 乙.xlsx: 19 of 20",
    ]);
  });

  it("once, whatever the order in which they came, with both places", () => {
    const [a, b] = [people("民政 低保 a.xlsx", 1, 5), people("民政 低保 b.xlsx", 1, 6)];
    for (const lists of [
      [a, b],
      [b, a],
    ]) {
      expect(places(season(lists), "J111")).toEqual(["民政 低保 a.xlsx!Sheet1!1, 民政 低保 b.xlsx!Sheet1!1"]);
    }
  });

  it("each of three that are alike is told of another", () => {
    const lists = ["a", "b", "c"].map((name) => people(`民政 低保 ${name}.xlsx`, 1, 10));
    expect(told(...lists).length).toBe(3);
  });
});

describe("no list repeats", () => {
  it.each([
    ["one that shares fewer", [people("民政 低保 a.xlsx", 1, 10), people("民政 低保 b.xlsx", 3, 20)]],
    ["one of another category", [people("民政 低保.xlsx", 1, 10), people("民政 御寒.xlsx", 1, 10)]],
    ["one of another agency", [people("民政 重残无业.xlsx", 1, 10), people("残联 重残无业.xlsx", 1, 10)]],
    ["one with which it shares its only person", [people("民政 低保 a.xlsx", 1, 1), people("民政 低保 b.xlsx", 1, 9)]],
    [
      "itself",
      [
        list(
          "民政 低保.xlsx",
          HEADER,
          Array.from({ length: 4 }, () => ["甲1", idOf("19600101", 1), account(1)]),
        ),
      ],
    ],
  ])("%s", (_, lists) => {
    expect(codes(season(lists))).not.toContain("J111");
  });
});

it("waved through, it is silent", () => {
  const lists = [people("民政 低保 a.xlsx", 1, 5), people("民政 低保 b.xlsx", 1, 6)];
  const [found] = problems(season(lists), "J111");
  const decisions = decide(found?.id ?? "", "认可", { name: found?.subject?.name ?? "" });
  expect(codes(season(lists, { campaign: { decisions } }))).not.toContain("J111");
});
