/** 名单接收情况: which lists were due and came, and what was understood of each. */
import type { ListReading } from "../../model/entry.ts";
import type { DueList, Outcome } from "../../model/outcome.ts";
import { compareText } from "../../model/place.ts";
import { add, type Fen, sum, ZERO } from "../../money.ts";
import { fieldWord } from "../words.ts";
import { body, header, note, type Table, type TableRow, total } from "../workbook/table.ts";

/** 状态 of a list that a decision needs. */
export const DUE_WORDS: Readonly<Record<DueList["state"], string>> = {
  read: "已收到",
  missing: "未到",
  "declared-none": "声明没有",
};

/** 类别依据: what told the category of a list's rows. */
const TOLD_BY: Readonly<Record<ListReading["categoryToldBy"], string>> = {
  column: "类别列",
  campaign: "活动文件",
  sheet: "工作表名",
  title: "标题",
  file: "文件名",
  folder: "文件夹名",
  agency: "部门只有一类",
  "": "",
};

/** Due lists first, the missing ones on top; then every sheet that was read. */
export function listSheet(outcome: Outcome): Table {
  return {
    name: "名单接收情况",
    title: "名单接收情况",
    notes: ["一、应到的名单（由规则得出：哪些项目要用到哪些对象的名单）"],
    mixed: true,
    columns: [
      { title: "对象类别", kind: "text", width: 30 },
      { title: "状态", kind: "text", width: 14 },
      { title: "条目", kind: "count", width: 8 },
      { title: "用到它的项目", kind: "text", width: 26 },
      { title: "", kind: "text", width: 20 },
      { title: "", kind: "text", width: 12 },
      { title: "", kind: "text", width: 10 },
      { title: "", kind: "text", width: 8 },
      { title: "", kind: "text", width: 44 },
      { title: "", kind: "text", width: 14 },
      ...Array.from({ length: 7 }, () => ({ title: "", kind: "count" as const, width: 7 })),
      { title: "", kind: "yuan", width: 15 },
    ],
    rows: [
      ...dueRows(outcome.dueLists),
      note(""),
      note("二、读到的名单"),
      LIST_HEADER,
      ...listRows(outcome),
      ...checkListRows(outcome),
    ],
    tail: [],
    allIn: "清单.json",
    landscape: true,
  };
}

const LIST_HEADER = header(
  ...["文件", "工作表", "条目", "部门", "对象类别", "类别依据", "所在行", "表头行", "各列的理解", "隐藏的行列"],
  ...["读到行数", "空行", "标题", "表头", "合计行", "备注行", "未计入", "名单所列金额(元)"],
);

function dueRows(due: readonly DueList[]): readonly TableRow[] {
  const rank = { missing: 0, "declared-none": 1, read: 2 };
  return [...due]
    .sort((a, b) => rank[a.state] - rank[b.state])
    .map((d) => body(d.category, DUE_WORDS[d.state], d.entries, d.programmes.join("、")));
}

function listRows({ lists, entries, rules }: Outcome): readonly TableRow[] {
  const stated = new Map<ListReading, Fen>();
  const categories = new Map<ListReading, Set<string>>();
  for (const entry of entries) {
    stated.set(entry.list, add(stated.get(entry.list) ?? ZERO, entry.listed ?? ZERO));
    const found = categories.get(entry.list) ?? new Set();
    for (const category of entry.categories) found.add(category);
    categories.set(entry.list, found);
  }
  const sorted = [...lists].sort(
    (a, b) => compareText(a.file, b.file) || compareText(a.sheet, b.sheet) || a.ordinal - b.ordinal,
  );
  const rows = sorted.map((list) => {
    const { tally } = list;
    const agency = list.everybody ? "汇总" : (rules.agencies.get(list.agency)?.name ?? list.agency);
    const found = [...(categories.get(list) ?? [])].sort(compareText).join("、") || (list.category ?? "");
    return body(
      ...[list.file, list.sheet, tally.entries, agency, list.held ? "看不明白，全部暂缓" : found],
      ...[list.held ? "" : TOLD_BY[list.categoryToldBy], rowsOf(list.rows), rowsOf(list.headerRows)],
      ...[columnsRead(list), hiddenIn(list)],
      ...[tally.read, tally.blank, tally.title, tally.header, tally.total, tally.note, tally.rejected],
      stated.get(list) ?? ZERO,
    );
  });
  const of = (key: keyof ListReading["tally"]) => lists.reduce((all, list) => all + list.tally[key], 0);
  const sums = [of("read"), of("blank"), of("title"), of("header"), of("total"), of("note"), of("rejected")];
  return [...rows, total("合计", "", of("entries"), "", "", "", "", "", "", "", ...sums, sum(stated.values()))];
}

/** Check lists with what follows from a hit and how many there were; nothing where none was named. */
function checkListRows({ campaign, problems, settled }: Outcome): readonly TableRow[] {
  if (campaign.checkLists.length === 0) return [];
  const found = [...problems, ...settled];
  const hits = (name: string, codes: readonly string[]) =>
    found.filter((p) => codes.includes(p.code) && p.content === name).length;
  const rows = campaign.checkLists.map((list) => {
    const hit = hits(list.name, ["D113", "D114"]);
    const alike = hits(list.name, ["D122"]);
    const told = [
      `命中 ${hit} 人`,
      ...(alike > 0 ? [`同名同日出生待核实 ${alike} 人`] : []),
      ...(list.unusable > 0 ? [`无法比对的 ${list.unusable} 行`] : []),
    ];
    return body(
      list.name,
      list.follows === "hold" ? "暂缓" : "提醒",
      list.rows,
      list.files.join("、"),
      told.join("；"),
    );
  });
  return [note(""), note("三、比对名单"), CHECK_LIST_HEADER, ...rows];
}

const CHECK_LIST_HEADER = header("名称", "命中的人", "条目", "文件", "比对结果");

/** "3", "3–4". */
function rowsOf({ first, last }: ListReading["rows"]): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** "2 行；D、E 列". */
function hiddenIn({ hiddenRows, hiddenColumns }: ListReading): string {
  const parts = [
    hiddenRows > 0 ? `${hiddenRows} 行` : "",
    hiddenColumns.length > 0 ? `${hiddenColumns.join("、")} 列` : "",
  ];
  return parts.filter((part) => part !== "").join("；");
}

/** "公民身份号码(C)=身份证号；证件(D)=身份证号（按内容）；…；未用：备注(K)". */
function columnsRead(list: ListReading): string {
  const how = { word: "", contents: "（按内容）", campaign: "（活动文件）", "": "" };
  const named = list.columns.filter((c) => c.header !== "");
  const used = named.filter((c) => c.field !== "");
  const says = used.map((c) => `${c.header}(${c.letter})=${fieldWord(c.field)}${how[c.by]}`);
  const unused = named.filter((c) => c.field === "").map((c) => `${c.header}(${c.letter})`);
  return [...says, ...(unused.length > 0 ? [`未用：${unused.join("、")}`] : [])].join("；");
}
