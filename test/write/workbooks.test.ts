import exceljs, { type Workbook, type Worksheet } from "exceljs";
import { describe, expect, it } from "vitest";
import { SETTLING_COLUMNS } from "../../src/model/settling.ts";
import { planOutput } from "../../src/write/plan.ts";
import { problemWorkbook } from "../../src/write/problem-workbook.ts";
import { reportWorkbook } from "../../src/write/report/report.ts";
import { settlingWorkbook } from "../../src/write/settling-workbook.ts";
import { signatureWorkbook } from "../../src/write/signature-sheets.ts";
import { transferWorkbook } from "../../src/write/transfer-workbook.ts";
import { makeBook } from "../../src/write/workbook/book.ts";
import { body, type Table, total } from "../../src/write/workbook/table.ts";
import { PROGRAMMES, season } from "./outcome.ts";

async function open(bytes: Buffer): Promise<Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  return book;
}

function sheetOf(book: Workbook, name: string): Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The filled rows of a sheet, empty cells as "". */
function rowsOf(sheet: Worksheet): string[][] {
  const rows: string[][] = [];
  sheet.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.value === null ? "" : String(cell.value)));
    rows.push(cells);
  });
  return rows;
}

const TABLE: Table = {
  name: "表",
  title: "标题",
  notes: ["说明"],
  columns: [
    { title: "身份证号", kind: "text" },
    { title: "人数", kind: "count" },
    { title: "金额", kind: "yuan" },
  ],
  rows: [body("=1+1 & <b>\u0001", 3, 123_456), body("310198195001010018", null, null)],
  tail: [total("合计", 3, 123_456)],
  allIn: "数据/补助明细.csv",
  landscape: true,
};

describe("a table", () => {
  it("has text cells for numbers of people and numeric cells for yuan and counts", async () => {
    const sheet = sheetOf(await open(await makeBook("书", [TABLE])), "表");
    expect(rowsOf(sheet).slice(2)).toEqual([
      ["身份证号", "人数", "金额"],
      ["=1+1 & <b>", "3", "1234.56"],
      ["310198195001010018", "", ""],
      ["合计", "3", "1234.56"],
    ]);
    expect(sheet.getCell("A5").type).toBe(exceljs.ValueType.String);
    expect(sheet.getCell("A5").numFmt).toBe("@");
    expect(sheet.getCell("C4").type).toBe(exceljs.ValueType.Number);
    expect(sheet.getCell("C4").numFmt).toBe("#,##0.00");
    expect(sheet.getCell("C6").font.bold).toBe(true);
  });

  it("is ready for print and for work", async () => {
    const sheet = sheetOf(await open(await makeBook("书", [TABLE])), "表");
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect(sheet.autoFilter).toBe("A3:C5");
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", printTitlesRow: "1:3" });
    expect(sheet.headerFooter.oddFooter).toContain("第 &P 页");
  });

  it("has the same bytes each time", async () => {
    expect(await makeBook("书", [TABLE])).toEqual(await makeBook("书", [TABLE]));
  });

  it("stops at 50 000 rows, keeps its totals, and names the file that has all", async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => body(String(i), 1, 100));
    const sheet = sheetOf(await open(await makeBook("书", [{ ...TABLE, rows }])), "表");
    expect(sheet.rowCount).toBe(50_000);
    expect(sheet.getCell("A49999").value).toBe("合计");
    expect(sheet.getCell("A50000").value).toBe("本表只列前 49995 行，共 60000 行；全部见 数据/补助明细.csv");
  });
});

describe("发放核对表", async () => {
  const outcome = season();
  const book = await open(await reportWorkbook(outcome, planOutput(outcome)));
  const rows = (name: string) => rowsOf(sheetOf(book, name));

  it("has the sheets that the issue names", () => {
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
      ...["总览", "名单接收情况", "按项目", "按资金来源", "按发放主体", "按街镇", "按代发批次"],
      ...["暂缓清单", "叠加享受情况", "走访安排", "口径确认", "计划执行", "核对"],
    ]);
  });

  it("opens with a page to sign", () => {
    const page = rows("总览").map((row) => row.join("|"));
    expect(page.find((line) => line.startsWith("发放|"))).toBe("发放|2|4|6|2600.5|贰仟陆佰元伍角整");
    expect(page.find((line) => line.startsWith("暂缓发放|"))).toBe("暂缓发放|0|1|1|300|补齐后作为补发批次发放");
    expect(page.find((line) => line.startsWith("待定差额|"))).toContain("|100|");
    expect(page.filter((line) => line.includes("（签名）"))).toHaveLength(3);
  });

  it("keeps 户数, 人数 and 人次 apart, and counts goods without a sum", () => {
    const byName = new Map(rows("按项目").map((row) => [row[1], row.slice(6)]));
    expect(byName.get("一般对象节日补助")).toEqual(["1", "1", "1", "700", "0", "0", "0", "0", "100", "0"]);
    expect(byName.get("新春大礼包")?.slice(0, 4)).toEqual(["0", "1", "1", "实物"]);
    // Zhang, his son, Wang and Zhao, however many programmes each of them has.
    expect(byName.get("合计")).toEqual(["2", "4", "6", "2600.5", "0", "1", "1", "300", "100", "1"]);
  });

  it("says what was understood of each list", () => {
    const list = rows("名单接收情况").find((row) => row[0] === "民政低保.xlsx");
    expect(list).toEqual([
      ...["民政低保.xlsx", "低保", "3", "区民政局", "低保", "文件名", "1–3", "2"],
      ...["姓名(A)=姓名；公民身份号码(B)=身份证号；未用：备注(C)", ""],
      ...["5", "0", "1", "1", "0", "0", "0", "0"],
    ]);
  });

  it("makes each hold a telephone call", () => {
    const held = rows("暂缓清单").find((row) => row[3] === "=李四");
    expect(held?.slice(0, 10)).toEqual([
      ...["区民政局", "新华路街道", "法华居委", "=李四", "310198196001010034", ""],
      ...["困难残疾人慰问", "300", "付款", "没有账号"],
    ]);
    expect(held?.[10]).toContain("电话联系");
  });

  it("lists who holds several programmes, with each sum", () => {
    expect(
      rows("叠加享受情况")
        .slice(3)
        .map((row) => [row[0], row[3], row[6], row[7]]),
    ).toEqual([
      [
        "家庭",
        "张三",
        "张小三：特殊对象节日补助 1000.00；全户：一般对象节日补助 700.00；张三：困难残疾人慰问 400.50",
        "2100.5",
      ],
      ["家庭", "赵六", "赵六：新春大礼包 （不计金额）；全户：街镇领导走访慰问 500.00", "500"],
    ]);
  });

  it("lists visits that are not made with their reason", () => {
    expect(
      rows("走访安排")
        .slice(3)
        .map((row) => [row[4], row[3], row[9]]),
    ).toEqual([
      ["王五", "不安排", "本次不安排"],
      ["赵六", "安排", "符合条件"],
    ]);
  });

  it("names the file of each batch", () => {
    expect(rows("按代发批次").map((row) => row.at(-1))).toContain(
      "代发文件/区民政局/市、区财政(原渠道)-工商银行-2023-001.csv",
    );
  });
});

it("待核实 has one text row for each problem that a decision settles, and a drop-down of its words", async () => {
  const book = await open(await settlingWorkbook(season()));
  const sheet = sheetOf(book, "待核实");
  const [header, ...rows] = rowsOf(sheet);
  expect(header).toEqual([...SETTLING_COLUMNS]);
  expect(rows.map((row) => [row[0]?.slice(0, 4), ...row.slice(1, 10)])).toEqual([
    ["P101", "没有账号", "310198196001010034", "=李四", "", "=李四", "民政低保.xlsx", "低保", "5", "300.00"],
    ["D109", "人数不一致", "310198195001010018", "张三", "", "3", "民政低保.xlsx", "低保", "3", "100.00"],
  ]);
  expect(sheet.getCell("K2").dataValidation).toMatchObject({ type: "list", formulae: ['"不予,改现金"'] });
  expect(sheet.getCell("K3").dataValidation).toMatchObject({ formulae: ['"认可,不予"'] });
  expect(sheet.getCell("J2").type).toBe(exceljs.ValueType.String);
  expect(sheet.getCell("K2").numFmt).toBe("@");
  expect(sheet.getCell("K2").value).toBeNull();
});

describe("问题清单", () => {
  it("opens with what must be done, with the money that waits", async () => {
    const book = await open(await problemWorkbook(season(), []));
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["必须处理", "需要确认", "提示", "部门比对差异"]);
    const of = (name: string) =>
      rowsOf(sheetOf(book, name))
        .slice(3)
        .map((row) => [row[8], row[3], row[9]]);
    expect(of("必须处理")).toEqual([["P101", "5", "300"]]);
    expect(of("需要确认")).toEqual([["D109", "3", "100"]]);
    expect(of("部门比对差异")).toEqual([["J107", "3", ""]]);
  });

  it("folds more than twenty of one kind in one column", async () => {
    const outcome = season();
    const first = outcome.problems.find((p) => p.code === "D109");
    if (first === undefined) throw new Error("there is a problem");
    const problems = Array.from({ length: 30 }, (_, i) => ({
      ...first,
      place: { ...first.place, row: 3 + i * (i > 27 ? 2 : 1) },
    }));
    const sheet = sheetOf(await open(await problemWorkbook({ ...outcome, problems }, [])), "需要确认");
    const rows = rowsOf(sheet).slice(3);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[3]).toBe("3–30、59、61");
    expect(rows[0]?.[6]).toContain("同样的问题有 30 处");
  });
});

describe("签领表", async () => {
  const outcome = season();
  const of = async (programme: { id: string }) => {
    const sheet = outcome.disbursement.sheets.find((s) => s.programme.id === programme.id);
    if (sheet === undefined) throw new Error("there is a sheet");
    return rowsOf(sheetOf(await open(await signatureWorkbook(sheet, outcome.rules)), "签领表"));
  };

  it("has figures, capitals, and places to sign; the number's middle is masked", async () => {
    const [title, about, header, line, sums, sign] = await of(PROGRAMMES.visit);
    expect(title?.[0]).toBe("街镇领导走访慰问签领表（新华路街道）");
    expect(about?.[0]).toContain("资金来源：民政节日帮困慰问经费");
    expect(header).toEqual([
      ...["序号", "姓名(户主)", "身份证号", "居村委", "地址", "联系电话", "人数", "金额", "金额大写"],
      ...["领取人签名", "代领人及关系", "日期"],
    ]);
    expect(line?.slice(0, 9)).toEqual([
      ...["1", "赵六", "310198********0051", "番禺居委", "新华路9号", "13800000000", "1", "500", "伍佰元整"],
    ]);
    expect(sums?.slice(0, 9)).toEqual(["合计", "1 户", "", "", "", "", "1", "500", "伍佰元整"]);
    expect(sign?.[0]).toContain("经办人：");
  });

  it("names goods instead of a sum", async () => {
    const [, , header, line, sums] = await of(PROGRAMMES.gift);
    expect(header).toContain("物品");
    expect(header).not.toContain("金额");
    expect(line).toContain("新春大礼包一份");
    expect(sums).toContain("1 份");
  });
});

it("移送 hands over each sum with its payee", async () => {
  const outcome = season();
  const grants = outcome.disbursement.batches[1]?.payments.flatMap((p) => p.grants) ?? [];
  const bytes = await transferWorkbook({ payer: "区残联", grants, total: grants[0]?.amount ?? (0 as never) }, outcome);
  const rows = rowsOf(sheetOf(await open(bytes), "移送"));
  expect(rows[3]?.slice(12, 18)).toEqual([
    ...["400.5", "", "张三", "310198195001010018", "工商银行", "6222020000000000002"],
  ]);
  expect(rows[4]?.[12]).toBe("400.5");
});
