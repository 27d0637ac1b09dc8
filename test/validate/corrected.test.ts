/** A corrected copy is the list that it came from: whose it is, its category, and decisions about it hold on. */
import { describe, expect, it } from "vitest";
import type { InputFile } from "../../src/model/list.ts";
import { account, codes, idOf, list, problems, season, verdicts, workbook } from "../say.ts";

const HEADER = ["姓名", "身份证号", "账号", "账号"];
const ROWS = [["张三", idOf("19600101"), account(1), account(1)]];

/** The list under a name, as a copy of another file. */
function copyOf(original: string, name: string, sheet = "名单"): InputFile {
  const lists = list(name, HEADER, ROWS).lists.map((one) => ({
    ...one,
    sheet,
    original: { file: original, sheet: "" },
  }));
  return workbook(name, lists);
}

const GRANTED = ["special-festival 张三: granted 1000.00"];

describe("a corrected copy", () => {
  it("under a name that says nothing is still what its original's name says", () => {
    expect(verdicts(season([copyOf("民政 重残无业.csv", "改好了.xlsx")]))).toEqual(GRANTED);
  });

  it("is still what the folder of its original says", () => {
    expect(verdicts(season([copyOf("重残无业/新华路.csv", "改好了.xlsx")]))).toEqual(GRANTED);
  });

  it("renamed to say what its original did not: its own name counts first", () => {
    const renamed = season([copyOf("补报.csv", "民政 重残无业.xlsx")]);
    expect(verdicts(renamed)).toEqual(GRANTED);
    expect(codes(renamed)).not.toContain("V003");
  });

  it("is placed under its own name", () => {
    const [problem] = problems(season([copyOf("重残无业.csv", "改好了.xlsx")]), "V007");
    expect(problem?.place).toMatchObject({ file: "改好了.xlsx", sheet: "名单" });
  });

  it("keeps the 编号 of problems of the whole list", () => {
    const before = problems(season([list("重残无业.csv", HEADER, ROWS, { sheet: "" })]), "V007");
    const after = problems(season([copyOf("重残无业.csv", "改好了.xlsx")]), "V007");
    expect(before.map((p) => p.id)).toHaveLength(1);
    expect(after.map((p) => p.id)).toEqual(before.map((p) => p.id));
  });

  it("is meant where the campaign file names its original", () => {
    const place = { file: "relief.yaml", sheet: "", row: 2, column: "9" };
    const mapping = { file: "补报.csv", sheet: "", agency: "民政", category: "重残无业", columns: new Map(), place };
    const told = { campaign: { lists: [mapping] } };
    expect(verdicts(season([copyOf("补报.csv", "改好了.xlsx")], told))).toEqual(GRANTED);
  });
});
