/** Look-alikes in the tables: those that may cost money twice first and each on its own line, the others folded, none lost. */
import exceljs from "exceljs";
import { beforeAll, expect, it } from "vitest";
import type { Outcome } from "../../src/model/outcome.ts";
import { problemsCsv } from "../../src/write/details.ts";
import { problemWorkbook } from "../../src/write/problem-workbook.ts";
import { settlingWorkbook } from "../../src/write/settling-workbook.ts";
import { account, idOf, list, season } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号"];
/** Twenty-two of one name and birth date on lists of different programmes: 231 pairs that cost nothing. */
const SAME = 22;
const programmes = ["民政 重残无业", "退役军人 优抚", "人社 登记失业", "民政 支内回沪", "民政 御寒困难"];

let outcome: Outcome;
beforeAll(() => {
  const rows = (of: number) =>
    Array.from({ length: SAME }, (_, i) => i)
      .filter((i) => i % programmes.length === of)
      .map((i) => ["王伟", idOf("19600101", 1 + i * 13), account(i)]);
  const lists = programmes.map((name, of) => {
    // Two pairs that hold the same programme: 1000 and 460 yuan would go out twice.
    const twice = of === 0 ? "李娜" : of === 4 ? "张敏" : "";
    const pair = twice === "" ? [] : [101, 233].map((n) => [twice, idOf(`197${of}0101`, n), account(n + of)]);
    return list(`${name}.xlsx`, HEADER, [...rows(of), ...pair]);
  });
  outcome = season(lists);
});

async function rowsOf(bytes: Buffer, sheet: string): Promise<readonly (readonly string[])[]> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const rows: string[][] = [];
  book.getWorksheet(sheet)?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
    rows.push(cells);
  });
  return rows;
}

/** How many of the pairs of 王伟 hold the same programme: those of one list. */
const onOneList = programmes
  .map((_, of) => Array.from({ length: SAME }, (_x, i) => i).filter((i) => i % programmes.length === of).length)
  .reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
const allPairs = (SAME * (SAME - 1)) / 2;

it("问题清单.csv has every pair, a line for each of its rows", () => {
  const lines = Buffer.concat([...problemsCsv(outcome)])
    .toString("utf8")
    .split("\r\n");
  expect(lines.filter((line) => line.endsWith(",J103")).length).toBe(2 * (allPairs + 2));
});

it("待核实 has every pair, by the money that may go out twice", async () => {
  const rows = await rowsOf(await settlingWorkbook(outcome), "待核实");
  const pairs = rows.filter(([id]) => id?.startsWith("J103"));
  expect(pairs.length).toBe(allPairs + 2);
  const sums = pairs.map((row) => Number(/重复 ([\d.]+) 元/.exec(row[5] ?? "")?.[1] ?? "0"));
  expect(sums).toEqual([...sums].sort((a, b) => b - a));
  expect(sums.filter((sum) => sum > 0).length).toBe(onOneList + 2);
  expect(new Set(pairs.map((row) => row[9]))).toEqual(new Set(["0.00"]));
});

it("问题清单.xlsx: a line for each pair that may cost money, the rest folded into their columns", async () => {
  const rows = await rowsOf(await problemWorkbook(outcome, []), "需要确认");
  const pairs = rows.filter((row) => row[8] === "J103");
  const costly = pairs.filter((row) => row[6]?.includes("重复"));
  expect(costly.length).toBe(onOneList + 2);
  expect(pairs.slice(0, costly.length)).toEqual(costly);
  const counted = pairs.slice(costly.length).map((row) => Number(/有 (\d+) 处/.exec(row[6] ?? "")?.[1] ?? "1"));
  expect(counted.reduce((sum, n) => sum + n, 0)).toBe(allPairs - onOneList);
  expect(counted.length).toBeLessThan(10);
});
