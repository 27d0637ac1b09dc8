/** D131 to D149: problems of deciding that arise where amounts and conditions look at a unit. */
import { kind } from "../kind.ts";

export const factKinds = {
  D131: kind<{ programme: string; field: string; name: string }>(
    "error",
    "没有填",
    (p) => [
      `${p.programme}要看“${p.field}”，${p.name}这一行没有填`,
      `${p.programme} looks at ${p.field}; the row of ${p.name} has none`,
    ],
    (p) => [
      `向来名单的单位要${p.field}，填进名单后重新运行`,
      `ask the sender for ${p.field}, fill it in and run again`,
    ],
  ),
  D132: kind<{ programme: string; field: string; headers: string }>(
    "error",
    "名单缺少一列",
    (p) => [
      `${p.programme}要看“${p.field}”，这份名单没有这一列（列名可以是${p.headers}）`,
      `${p.programme} needs the column ${p.field}, which this list does not have (headers: ${p.headers})`,
    ],
    (p) => [
      `请来名单的单位补上“${p.field}”一列后重新运行`,
      `ask the sender to add the column ${p.field}, and run again`,
    ],
  ),
  D133: kind<{ field: string; text: string; wanted: string; wantedEn: string }>(
    "error",
    "这一格看不懂",
    (p) => [
      `“${p.field}”写的是“${p.text}”，看不懂，应当是${p.wanted}`,
      `${p.field} says ${p.text}, which cannot be read: it should be ${p.wantedEn}`,
    ],
    () => ["改正名单后重新运行", "correct the list and run again"],
  ),
  D134: kind<{ field: string; text: string; bounds: string }>(
    "error",
    "超出规定的范围",
    (p) => [
      `“${p.field}”写的是“${p.text}”，规定${p.bounds}`,
      `${p.field} says ${p.text}, outside what the rules allow (${p.bounds})`,
    ],
    () => [
      "核对后改正；确实如此的，在核实结论里写“认可”",
      "check and correct it; if it is meant so, write 认可 into 核实结论.xlsx",
    ],
    ["认可", "不予"],
  ),
  D135: kind<{ programme: string; field: string; name: string; texts: string }>(
    "error",
    "几行写得不一样",
    (p) => [
      `${p.programme}要看“${p.field}”，${p.name}的几行写得不一样：${p.texts}`,
      `${p.programme} looks at ${p.field}; the rows of ${p.name} differ: ${p.texts}`,
    ],
    () => ["核对后改成一样", "check, and make them agree"],
  ),
  D136: kind<{ programme: string; name: string }>(
    "error",
    "不知道出生日期",
    (p) => [
      `${p.programme}要看年龄，${p.name}没有身份证号，也没有出生日期`,
      `${p.programme} looks at ages; ${p.name} has neither an ID number nor a birth date`,
    ],
    () => ["补上身份证号，或在名单里加“出生日期”一列", "add the ID number, or a column 出生日期"],
  ),
  D137: kind<{ programme: string; other: string }>(
    "error",
    "另一项还没有定",
    (p) => [
      `${p.programme}要看${p.other}，${p.other}还在暂缓`,
      `${p.programme} looks at ${p.other}, which is held itself`,
    ],
    (p) => [`先处理${p.other}的问题`, `settle ${p.other} first`],
  ),
  D138: kind<{ programme: string; name: string }>(
    "error",
    "不知道街镇",
    (p) => [
      `${p.programme}要看住在哪个街镇，${p.name}的名单没有写`,
      `${p.programme} looks at the street; no list says where ${p.name} lives`,
    ],
    () => ["在名单里写上街镇", "write the street into the list"],
  ),
  D139: kind<{ programme: string; name: string; named: number; declared: string }>(
    "error",
    "成员与人数不一致",
    (p) => [
      `${p.programme}要看每个成员，${p.name}一户名单列了 ${p.named} 人，填报 ${p.declared} 人`,
      `${p.programme} looks at each member; of ${p.name}'s household ${p.named} are named, ${p.declared} declared`,
    ],
    () => [
      "请来名单的单位把全部成员逐行写上，或改正人数",
      "ask the sender to list every member on a row, or to correct the number",
    ],
  ),
  D140: kind<{ programme: string; standard: string; day: string }>(
    "error",
    "那一天还没有标准",
    (p) => [
      `${p.programme}按${p.day}的${p.standard}计算，那一天还没有这个标准`,
      `${p.programme} takes ${p.standard} as of ${p.day}, when it was not yet in force`,
    ],
    () => [
      "核对日期；日期没有错的，在规则里补上更早的标准",
      "check the date; if it is right, add the earlier standard to the rules",
    ],
  ),
  D141: kind<{ programme: string; field: string; word: string }>(
    "error",
    "规则没有说到",
    (p) => [
      `${p.programme}按“${p.field}”定金额，规则没有说“${p.word}”是多少`,
      `${p.programme} goes by ${p.field}; the rules say nothing for ${p.word}`,
    ],
    () => ["核对名单；没有写错的，在规则里补上", "check the list; if it is right, add it to the rules"],
  ),
  D142: kind<{ programme: string }>(
    "error",
    "金额大得不可能",
    (p) => [`${p.programme}算出的金额超过一千万元`, `${p.programme} comes to more than ten million yuan`],
    () => ["核对名单里的数", "check the numbers of the list"],
  ),
  D143: kind<{ preferred: string; programme: string; amount: string }>(
    "notice",
    "不同时享受",
    (p) => [
      `已享受${p.preferred}，不再发${p.programme}（${p.amount} 元）`,
      `${p.preferred} is granted; ${p.programme} (${p.amount}) is not`,
    ],
    () => ["要改为发这一项的，在核实结论里写“认可”", "to grant this one instead, write 认可 into 核实结论.xlsx"],
    ["认可", "不予"],
  ),
  D144: kind<{ programmes: string; cap: string; before: string; after: string; programme: string }>(
    "notice",
    "合计封顶",
    (p) => [
      `${p.programmes}合计最多 ${p.cap} 元，${p.programme}由 ${p.before} 元减为 ${p.after} 元`,
      `${p.programmes} together are capped at ${p.cap}: ${p.programme} goes from ${p.before} to ${p.after}`,
    ],
    () => ["不用处理", "nothing to do"],
  ),
  D145: kind<{ preferred: string; programme: string; amount: string }>(
    "notice",
    "已由另一项排除",
    (p) => [
      `已享受${p.preferred}，按规定不再发${p.programme}（${p.amount} 元）`,
      `${p.preferred} is granted and shuts out ${p.programme} (${p.amount})`,
    ],
    () => ["名单有错的，核对后改正", "if one of the lists is wrong, correct it"],
  ),
} as const;
