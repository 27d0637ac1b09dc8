/** Made-up campaigns for the properties: a few streets' worth of trouble in a dozen people, from a model, not from a file. */
import fc from "fast-check";
import { type AskAnswer, type Campaign, NO_CAMPAIGN } from "../src/model/campaign.ts";
import type { InputFile } from "../src/model/list.ts";
import { account, checkList, idOf, keeps, list, MAY_STACK, misprinted, RULES } from "./say.ts";

/** One person as the agencies know him or her. */
interface Someone {
  readonly n: number;
  readonly name: string;
  readonly id: string;
  /** What stands in the account column, everywhere. */
  readonly account: string;
}

/** One list: its kind, who stands on it, and what its rows say of them. */
interface Sheet {
  readonly kind: number;
  readonly rows: readonly Row[];
}

interface Row {
  readonly who: number;
  readonly household: number;
  readonly isHead: boolean;
  readonly size: string;
  readonly sum: string;
  readonly holder: string;
  readonly kind: "entry" | "total" | "note" | "stray" | "blank" | "renamed";
  readonly withAccount: boolean;
  readonly review: string;
  readonly address: string;
}

/** A campaign: its lists as files, and what the office says beside them. */
export interface MadeUp {
  readonly files: readonly InputFile[];
  readonly campaign: Campaign;
  readonly people: readonly Someone[];
}

/** File names that tell agency and category; every programme has one. */
export const KINDS_OF_LISTS = [
  "民政 重残无业",
  "民政 特困人员",
  "民政 低保家庭",
  "民政 因病支出型贫困",
  "民政 特殊困难家庭",
  "民政 御寒困难",
  "民政 福利院供养",
  "民政 包户组",
  "救助站滞留",
  "民政 支内回沪",
  "组织部 两新困难党员",
  "机关工委 双结对",
  "人社 登记失业",
  "退役军人 优抚对象",
  "教育局 困难学生",
  "总工会 劳模",
  "团区委 困境青少年",
  "妇联 困难重症妇女",
  "残联 大病重病",
  "残联 低保",
  "残联 低收入及其他",
  "红十字会 肿瘤",
  "慈善基金会 慈善帮扶",
  "老年基金会 百企助百老",
  "老年基金会 急难帮困",
  "老年基金会 新春大礼包",
  "惠民服务社 惠民帮扶",
  "企业集团 集团困难职工",
  "流浪乞讨",
  "区领导走访",
  "街道领导走访",
] as const;

const HEADER = [
  "姓名",
  "身份证号",
  "户编号",
  "与户主关系",
  "保障人数",
  "账号",
  "户名",
  "金额",
  "复审结果",
  "地址",
  "街镇",
];
const STREETS = ["新华路街道", "江苏路街道", ""];

const someone = (n: number): fc.Arbitrary<Someone> =>
  fc
    .record({
      fault: fc.oneof(
        { weight: 8, arbitrary: fc.constant("") },
        fc.constantFrom("missing", "short", "misprinted", "lost", "15"),
      ),
      account: fc.oneof(
        { weight: 6, arbitrary: fc.constant("own") },
        fc.constantFrom("shared", "none", "broken", "card"),
      ),
      twin: fc.boolean(),
    })
    .map(({ fault, account: kind, twin }) => {
      const right = idOf("19600101", n + 1);
      const numbers: Readonly<Record<string, string>> = {
        missing: "",
        short: right.slice(0, 16),
        misprinted: misprinted(right),
        lost: "3.10198E+17",
        15: right.slice(0, 6) + right.slice(8, 17),
      };
      const accounts: Readonly<Record<string, string>> = {
        shared: account(99),
        none: "",
        broken: "3.1E+18",
        card: "6216261000000000018",
      };
      const id = numbers[fault] ?? right;
      const number = accounts[kind] ?? account(n + 1);
      return { n, name: twin && n > 0 ? `甲${n - (n % 2)}` : `甲${n}`, id, account: number };
    });

const row = (people: number): fc.Arbitrary<Row> =>
  fc.record({
    who: fc.nat(people - 1),
    household: fc.nat(4),
    isHead: fc.boolean(),
    size: fc.constantFrom("", "", "1", "2", "3", "5", "三"),
    sum: fc.constantFrom("", "300", "500", "500", "800", "2000", "3000", "99999", "面议"),
    holder: fc.constantFrom("", "", "", "甲0", "外人"),
    kind: fc.oneof(
      { weight: 12, arbitrary: fc.constant("entry" as const) },
      fc.constantFrom("total" as const, "note" as const, "stray" as const, "blank" as const, "renamed" as const),
    ),
    withAccount: fc.boolean(),
    review: fc.constantFrom("", "通过", "未通过"),
    address: fc.constantFrom("", "一弄1号"),
  });

const answer = (first: string, second: string): fc.Arbitrary<AskAnswer | null> =>
  fc.constantFrom(null, null, MAY_STACK, keeps(first), keeps(second));

/** Any campaign. */
export const madeUp: fc.Arbitrary<MadeUp> = fc.integer({ min: 2, max: 10 }).chain((people) =>
  fc
    .record({
      people: fc.tuple(...Array.from({ length: people }, (_, n) => someone(n))),
      sheets: fc.array(
        fc.record({
          // The lists of the household programmes and of those who are taken off come more often.
          kind: fc.oneof(
            { weight: 2, arbitrary: fc.constantFrom(0, 1, 2, 3, 10, 11, 29, 30) },
            { weight: 3, arbitrary: fc.nat(KINDS_OF_LISTS.length - 1) },
          ),
          rows: fc.array(row(people), { minLength: 1, maxLength: 8 }),
        }),
        { minLength: 1, maxLength: 7 },
      ),
      declaredNone: fc.oneof(fc.constant([...RULES.categories.keys()]), fc.subarray([...RULES.categories.keys()])),
      answers: fc.tuple(...RULES.ask.map(({ programmes: [a, b] }) => answer(a, b))),
      dead: fc.option(fc.nat(people - 1), { nil: null }),
      paidByState: fc.option(fc.nat(people - 1), { nil: null }),
      own: fc.option(fc.subarray([...new Set(RULES.programmes.map((p) => p.payer))]), { nil: null }),
      merges: fc.boolean(),
    })
    .map((m) => ({
      people: m.people,
      files: m.sheets.map((sheet, at) => fileOf(sheet, at, m.people)),
      campaign: {
        ...NO_CAMPAIGN,
        declaredNone: new Set(m.declaredNone),
        answers: new Map(RULES.ask.flatMap((pair, at) => (m.answers[at] ? [[pair.id, m.answers[at]] as const] : []))),
        ownPayers: m.own === null ? null : new Set(m.own),
        mergesProgrammes: m.merges,
        checkLists: [...oneOn("死亡", "hold", m.people, m.dead), ...oneOn("财政供养", "warn", m.people, m.paidByState)],
      },
    })),
);

/** A check list with one of the people on it; none where that one has no number. */
function oneOn(
  name: string,
  follows: "hold" | "warn",
  people: readonly Someone[],
  hit: number | null,
): Campaign["checkLists"] {
  const id = hit === null ? undefined : people[hit]?.id;
  return id === undefined || id === "" ? [] : [checkList(name, follows, { id })];
}

function fileOf(sheet: Sheet, at: number, people: readonly Someone[]): InputFile {
  const rows = sheet.rows.map((row) => cells(row, people));
  return list(`${KINDS_OF_LISTS[sheet.kind]} ${at}.xlsx`, HEADER, rows, { titles: at % 2 === 0 ? ["名单"] : [] });
}

function cells(row: Row, people: readonly Someone[]): readonly string[] {
  const person = people[row.who];
  if (person === undefined || row.kind === "blank") return HEADER.map(() => "");
  if (row.kind === "total") return ["合计", "", "", "", "", "", "", "9999"];
  if (row.kind === "note") return ["制表人：王"];
  if (row.kind === "stray") return ["", "", "", "", "2", "", "", row.sum];
  const household = row.household === 0 ? "" : `D${row.household}`;
  return [
    row.kind === "renamed" ? `${person.name}乙` : person.name,
    person.id,
    household,
    household === "" ? "" : row.isHead ? "户主" : "家人",
    row.size,
    row.withAccount ? person.account : "",
    row.holder === "外人" ? "外人" : row.holder === "" ? "" : person.name,
    row.sum,
    row.review,
    row.address,
    STREETS[row.who % STREETS.length] ?? "",
  ];
}
