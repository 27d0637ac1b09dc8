// 核实结论.xlsx that cannot be understood must stop the run: its decisions would be lost without a word.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { readSettling } from "../../src/commands/settling.ts";

const folder = mkdtempSync(join(tmpdir(), "relief-settling-"));
afterEach(() => rmSync(join(folder, "核实结论.xlsx"), { force: true }));

const read = (text: string) => {
  writeFileSync(join(folder, "核实结论.xlsx"), text);
  return readSettling(folder);
};

it("has no decisions where the file is not there", () => {
  expect(readSettling(folder)).toEqual({ decisions: new Map(), problems: [], refused: false, source: null });
});

it("reads the rows that say something, remarks behind a column's name aside", () => {
  const { decisions, refused } = read(
    "编号(勿改),问题,结论,理由\nD104-ABCDEFGH,金额超出范围,认可,属实\nD104-BCDEFGHJ,金额超出范围,,\n",
  );
  expect(refused).toBe(false);
  expect([...decisions.values()].flat().map((d) => [d.id, d.verdict, d.why, d.place.row])).toEqual([
    ["D104-ABCDEFGH", "认可", "属实", 2],
  ]);
});

it("refuses a file without the columns 编号 and 结论", () => {
  const { problems, refused } = read("这不是核实结论,没有列\n");
  expect([refused, problems.map((p) => p.code)]).toEqual([true, ["C106"]]);
});

it("refuses two words about one 编号, and names both", () => {
  const { problems, refused } = read("编号,结论\nD104-ABCDEFGH,认可\nD104-ABCDEFGH,不予\n");
  expect([refused, problems.map((p) => [p.code, p.place.row])]).toEqual([true, [["C102", 3]]]);
});

it("says a word that nobody knows, and decides nothing by it", () => {
  const { decisions, problems, refused } = read("编号,结论\nD104-ABCDEFGH,同意\n");
  expect([refused, decisions.size, problems.map((p) => [p.code, p.content])]).toEqual([false, 0, [["C101", "同意"]]]);
});

const ROW = "编号,身份证号,姓名,另一身份证号,结论\n";
const [ONE, TWO] = ["310198196001010010", "310198196001010029"];

it("keeps two rows of one 编号 that name different people", () => {
  const { decisions, refused } = read(`${ROW}V104-ABCDEFGHJK,${ONE},张三,,认可\nV104-ABCDEFGHJK,${TWO},李四,,不予\n`);
  expect(refused).toBe(false);
  expect(decisions.get("V104-ABCDEFGHJK")?.map((d) => [d.name, d.verdict])).toEqual([
    ["张三", "认可"],
    ["李四", "不予"],
  ]);
});

it("takes a row that stands there twice once", () => {
  const { decisions, problems } = read(`${ROW}V104-ABCDEFGHJK,${ONE},张三,,认可\nV104-ABCDEFGHJK,${ONE},张三,,认可\n`);
  expect([decisions.get("V104-ABCDEFGHJK")?.length, problems]).toEqual([1, []]);
});

it("refuses 同一人 said twice of one pair with another number that counts", () => {
  const { problems, refused } = read(
    `${ROW}J103-ABCDEFGHJK,${ONE},张三,${TWO},同一人\nJ103-ABCDEFGHJK,${TWO},张三,${ONE},同一人\n`,
  );
  expect([refused, problems.map((p) => p.params)]).toEqual([
    true,
    [{ id: "J103-ABCDEFGHJK", row: 2, first: `同一人（${ONE}）`, second: `同一人（${TWO}）` }],
  ]);
});
