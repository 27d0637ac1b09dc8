/** 待核实.xlsx: every open problem that a decision can settle, one line each, ready to be filled in. */
import { VERDICTS } from "../model/campaign.ts";
import type { Outcome } from "../model/outcome.ts";
import { compareText } from "../model/place.ts";
import { SETTLING_COLUMNS, SETTLING_SHEET } from "../model/settling.ts";
import { toYuan } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
import { decisionKey, messageOf, type Problem, severityOf } from "../problem/problem.ts";
import { type Waiting, waitingFor } from "./waiting.ts";
import { makeBook } from "./workbook/book.ts";
import { body, type DropDown, type Table, type TableRow } from "./workbook/table.ts";

/** The workbook's bytes. */
export async function settlingWorkbook(outcome: Outcome): Promise<Buffer> {
  const waiting = waitingFor(outcome.disbursement.entitlements);
  const problems = settleable(outcome.problems, waiting);
  return makeBook("待核实", [settlingSheet(problems, waiting), EXPLANATION]);
}

/**
 * Problems with a 编号 and a word that settles them, one for each decision. Errors first, then by code (so that rows with
 * the same words stand together), then by the money that waits, by the money that may go out twice, by 编号.
 */
function settleable(problems: readonly Problem[], waiting: Waiting): readonly Problem[] {
  const lines = new Map<string, Problem>();
  for (const p of problems) {
    const key = decisionKey(p);
    if (key !== "" && KINDS[p.code].verdicts.length > 0 && !lines.has(key)) lines.set(key, p);
  }
  const rank = { error: 0, warning: 1, notice: 2 };
  return [...lines.values()].sort(
    (a, b) =>
      rank[severityOf(a)] - rank[severityOf(b)] ||
      compareText(a.code, b.code) ||
      waiting(b) - waiting(a) ||
      b.atStake - a.atStake ||
      compareText(a.id, b.id),
  );
}

/** 姓名 is as wide as it is because of a list that is asked about: its file stands there. */
const WIDTHS: readonly number[] = [17, 16, 20, 18, 20, 26, 26, 14, 6, 11, 9, 20, 10, 12];

function settlingSheet(problems: readonly Problem[], waiting: Waiting): Table {
  return {
    name: SETTLING_SHEET,
    title: "待核实",
    notes: [],
    bare: true,
    // Text everywhere: Excel would shorten numbers of people, and the row is read back as it stands.
    columns: SETTLING_COLUMNS.map((title, i) => ({ title, kind: "text", width: WIDTHS[i] ?? 12 })),
    rows: problems.map((p) => settlingRow(p, waiting)),
    tail: [],
    allIn: "数据/问题清单.csv",
    landscape: true,
    dropDowns: dropDowns(problems),
  };
}

function settlingRow(p: Problem, waiting: Waiting): TableRow {
  return body(
    p.id,
    KINDS[p.code].title,
    p.subject?.idNumber ?? "",
    p.subject?.name ?? "",
    p.subject?.otherIdNumber ?? "",
    p.content || messageOf(p).zh,
    p.place.file,
    p.place.sheet,
    p.place.row === 0 ? "" : String(p.place.row),
    toYuan(waiting(p)),
    null,
    null,
    null,
    null,
  );
}

/** One for each run of rows with the same words. */
function dropDowns(problems: readonly Problem[]): readonly DropDown[] {
  const found: { column: number; from: number; to: number; words: readonly string[] }[] = [];
  problems.forEach((p, row) => {
    const words = KINDS[p.code].verdicts;
    const last = found.at(-1);
    if (last && last.words.join() === words.join()) last.to = row;
    else found.push({ column: SETTLING_COLUMNS.indexOf("结论"), from: row, to: row, words });
  });
  return found;
}

const EXPLANATION: Table = {
  name: "说明",
  title: "怎样填写待核实",
  notes: [
    "一、逐行核实，在“结论”里选一个词，并填写理由、核实人和日期；没有核实清楚的留空。",
    "二、另存为“核实结论.xlsx”，放在活动文件夹（运行命令的文件夹）里，重新计算。以前的结论保留在同一份表里，新的行接在后面。",
    "三、名单本身写错的，请来名单的单位改正名单，不用填写结论。",
    "四、“编号”由问题、号码和数值得出：人和数值不变，结论以后一直有效；有变化的，会重新列出。编号、身份证号、姓名照抄，不要改动，也不要下拉填充：对不上人的行不采用。",
    `五、结论只有这几个词：${VERDICTS.join("、")}。每一行能用哪几个，看该格的下拉选项。`,
  ],
  columns: [
    { title: "问题", kind: "text", width: 34 },
    { title: "认可", kind: "text", width: 34 },
    { title: "不予", kind: "text", width: 20 },
    { title: "其他", kind: "text", width: 50 },
  ],
  rows: [
    body("一号两名", "“内容”里的姓名是对的", "这一行不算", "不同人：两人都继续暂缓，须改正号码"),
    body(
      "疑似同一人",
      "—",
      "—",
      "同一人：“身份证号”是对的，“另一身份证号”是写错的（要留另一个号码，把两格对调）；不同人：以后不再提示",
    ),
    body("金额超出范围、平均数超标、金额异常", "按名单金额发放", "不予发放", "—"),
    body("人数不一致、成员待定", "按多的发", "按少的发，以后不再提示", "—"),
    body("身份证号校验位不对", "经公安或户口簿证实，号码无误", "不予发放", "—"),
    body("比对名单命中", "照发", "不予发放", "—"),
    body("没有账号、账号不成形", "—", "不予发放", "改现金：改列入同一资金来源的签领表"),
    body("本次不安排（走访）", "安排这一家，原来优先的一家不再安排", "以后不再提示", "—"),
    body("其他警告", "看过，以后不再提示", "这一行不算", "—"),
  ],
  tail: [],
  allIn: "",
  landscape: true,
};
