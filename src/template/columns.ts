/** The columns of a blank list. All of them follow from the programmes that it opens; no category is known here. */
import type { Field, ListWords } from "../model/list-words.ts";
import type { Programme, Rules } from "../model/rules.ts";
import type { TemplateColumn } from "../model/template.ts";
import { type LookedAt, lookedAt } from "../rules/looked-at.ts";
import { ACCOUNT_CHECK, COUNT_CHECK, DATE_CHECK, EXAMPLE_CARD, EXAMPLE_ID, ID_CHECK } from "./checks.ts";
import { column, type Plain } from "./column.ts";
import { declaredColumns } from "./declared.ts";
import { sumColumn } from "./sum-column.ts";

const MUST = { need: "必填" } as const;

/** A programme for which a household's members stand on the list, each on a row: its sum depends on them. */
export function countsMembers(programme: Programme): boolean {
  const { counted, members } = lookedAt(programme);
  return counted || members || programme.notCounted.length > 0 || programme.countedWhere.length > 0;
}

/** The columns of a list that opens these programmes, from left to right; of one that opens none, who somebody is. */
export function templateColumns(
  programmes: readonly Programme[],
  categories: readonly string[],
  rules: Rules,
  words: ListWords,
): readonly TemplateColumn[] {
  const looked = programmes.map(lookedAt);
  const field = (name: Field, plain: Plain) => column(words.headers[name][0] ?? name, plain);
  const sums = programmes.filter((p) => lookedAt(p).listed);
  return [
    ...placeColumns(field, looked, rules),
    ...personColumns(field, programmes, looked, words),
    ...(categories.length > 1 ? [categoryColumn(field, categories)] : []),
    ...declaredColumns(programmes, looked, rules),
    ...(sums.length > 0 ? [field("amount", sumColumn(sums))] : []),
    ...payColumns(field, programmes, words),
    field("phone", { how: "能找到本人的电话", example: "", width: 16 }),
    column("备注", { how: "需要说明的话", example: "", width: 18 }),
  ];
}

type FieldColumn = (name: Field, plain: Plain) => TemplateColumn;

function placeColumns(field: FieldColumn, looked: readonly LookedAt[], { streets }: Rules): readonly TemplateColumn[] {
  const need = looked.some((l) => l.street) ? "必填" : "选填";
  return [
    field("street", { need, how: "从下拉框选择", example: streets[0] ?? "", width: 15, words: streets }),
    field("committee", { how: "居委会或村委会", example: "听涛居委", width: 14 }),
  ];
}

/** Who it is, and of whose household. */
function personColumns(
  field: FieldColumn,
  programmes: readonly Programme[],
  looked: readonly LookedAt[],
  words: ListWords,
): readonly TemplateColumn[] {
  const asksForId = programmes.length === 0 || programmes.some((p) => p.identity === "id");
  const sized = programmes.filter(countsMembers);
  const isWhole = sized.length === 0 && programmes.some((p) => p.unit === "household");
  const name = isWhole ? "一户一行，填户主姓名" : "与身份证一致；名字里的间隔号用“·”";
  const id = asksForId
    ? "18 位，末位可以是 X；单元格已设为文本"
    : "18 位；没有的可以不填，但要填地址、居村委或联系电话";
  const headId = "户主的身份证号；一户的每一行都填同一个号码，凭它认定是一户";
  const relation = "本人是户主的选“户主”，其他成员选与户主的关系";
  const count = { how: "一户的每一行填同一个数，与所列的行数一致", example: "1", width: 10, kind: "number" } as const;
  const example = { example: EXAMPLE_ID, width: 22, check: ID_CHECK };
  return [
    ...(sized.length > 0 ? [field("headIdNumber", { ...MUST, ...example, how: headId })] : []),
    field("name", { ...MUST, how: name, example: "张三", width: 12 }),
    field("idNumber", { need: asksForId ? "必填" : "选填", how: id, ...example }),
    ...(!asksForId && looked.some((l) => l.age)
      ? [
          field("bornOn", {
            how: "没有身份证号的填出生日期",
            example: "1950-01-01",
            width: 13,
            kind: "date",
            check: DATE_CHECK,
          }),
        ]
      : []),
    ...(sized.length > 0
      ? [
          field("relation", {
            ...MUST,
            how: relation,
            example: words.relationChoices[0] ?? "",
            width: 12,
            words: words.relationChoices,
          }),
        ]
      : []),
    ...(sized.some((p) => p.counts === "listed")
      ? [field("covered", { ...count, how: `全户享受保障的人数；${count.how}`, check: COUNT_CHECK })]
      : []),
    ...(sized.some((p) => p.counts === "all")
      ? [field("residents", { ...count, how: `共同生活的人数；${count.how}`, check: COUNT_CHECK })]
      : []),
  ];
}

function categoryColumn(field: FieldColumn, categories: readonly string[]): TemplateColumn {
  const [example = ""] = categories;
  return field("category", {
    ...MUST,
    how: "从下拉框选择；符合几类的用顿号隔开",
    example,
    width: 22,
    words: categories,
  });
}

/** Where the money or the visit goes. */
function payColumns(field: FieldColumn, programmes: readonly Programme[], words: ListWords): readonly TemplateColumn[] {
  const paid = programmes.some((p) => p.channel === "bank");
  const carried = programmes.some((p) => p.channel === "visit" || p.channel === "kind");
  // Who may have no number may have no card either: the institution that looks after him is paid.
  const kept = programmes.some((p) => p.channel === "bank" && p.identity === "name");
  const banks = [...words.banks.keys()];
  const account = "本人的银行卡号或存折账号，8 至 32 位数字；单元格已设为文本";
  return [
    ...(paid
      ? [
          field("bank", {
            ...MUST,
            how: "银行名称，可以写到支行",
            example: banks[0] ?? "",
            width: 18,
            words: banks,
          }),
          field("account", { ...MUST, how: account, example: EXAMPLE_CARD, width: 24, check: ACCOUNT_CHECK }),
          field("accountName", { how: "账号不是本人的，填账户的户名", example: "", width: 12 }),
        ]
      : []),
    ...(kept
      ? [field("institution", { how: "拨付给机构、由机构代领的，填机构全称，账号填机构的", example: "", width: 22 })]
      : []),
    ...(carried
      ? [field("address", { how: "走访或送达的地址", example: "听涛里路 1 弄 2 号 301 室", width: 30 })]
      : []),
  ];
}
