/** D: problems of deciding. */
import { kind } from "../kind.ts";

export const decideKinds = {
  D101: kind<{ categories: string; programme: string }>(
    "error",
    "名单未到",
    (p) => [
      `名单未到：${p.programme}要先扣除${p.categories}，这些名单还没有来`,
      `list not come: ${p.programme} must first take off ${p.categories}, whose lists have not come`,
    ],
    (p) => [
      `催要名单后重新运行；本街道确实没有的，加 --without ${p.categories.replaceAll("、", ",")}`,
      `ask for the lists and run again; where there are none, add --without ${p.categories.replaceAll("、", ",")}`,
    ],
  ),
  D102: kind<{ missing: string; programme: string }>(
    "warning",
    "走访名单未到齐",
    (p) => [
      `${p.missing}的名单未到，${p.programme}的先后次序可能变化`,
      `the list of ${p.missing} has not come; the order of ${p.programme} may change`,
    ],
    () => [
      "走访前等名单到齐再算一次，确实没有的用 --without 说明",
      "wait for it before the visits, or say with --without that there is none",
    ],
    ["认可"],
  ),
  D103: kind<{ name: string; programme: string; text: string }>(
    "error",
    "没有金额",
    (p) => [
      p.text === ""
        ? `${p.programme}按名单金额发放，${p.name}没有金额`
        : `${p.programme}按名单金额发放，${p.name}的金额“${p.text}”看不懂`,
      p.text === ""
        ? `${p.programme} pays the listed sum; ${p.name} has none`
        : `${p.programme} pays the listed sum; ${p.name}'s ${p.text} cannot be read`,
    ],
    () => ["向来名单的单位要金额，填进名单后重新运行", "ask the sender for the sum, fill it in and run again"],
  ),
  D104: kind<{ sum: string; from: string; to: string }>(
    "error",
    "金额超出范围",
    (p) => [
      `金额 ${p.sum} 元不在 ${p.from} 至 ${p.to} 元之间`,
      `the sum ${p.sum} is not within ${p.from} to ${p.to} yuan`,
    ],
    () => [
      "核对金额；确实如此的，在核实结论里写“认可”",
      "check the sum; if it is meant so, write 认可 into 核实结论.xlsx",
    ],
    ["认可", "不予"],
  ),
  D105: kind<{ sum: string; median: string }>(
    "error",
    "金额异常",
    (p) => [
      `金额 ${p.sum} 元是同一名单中位数 ${p.median} 元的十倍以上`,
      `the sum ${p.sum} is ten times the list's median ${p.median} or more`,
    ],
    () => [
      "看是不是多写了零；确实如此的，在核实结论里写“认可”",
      "look for a zero too many; if it is meant so, write 认可",
    ],
    ["认可", "不予"],
  ),
  D106: kind<{ programme: string; mean: string; bound: string; units: number }>(
    "error",
    "平均数超标",
    (p) => [
      `${p.programme}平均每户 ${p.mean} 元（${p.units} 户），超过方案的 ${p.bound} 元，全部暂缓`,
      `${p.programme} averages ${p.mean} yuan over ${p.units} households, above the plan's ${p.bound}: all of them wait`,
    ],
    () => [
      "与来名单的单位核对；同意按此发放的，在核实结论里对这一条写“认可”",
      "check with the sender; one 认可 on this line settles all",
    ],
    ["认可", "不予"],
  ),
  D107: kind<{ name: string; sums: string }>(
    "error",
    "两个金额",
    (p) => [`${p.name}在名单里有不同的金额：${p.sums}`, `${p.name} has different sums: ${p.sums}`],
    () => ["核对后只留一行", "check, and leave one row"],
  ),
  D108: kind<{ programme: string; stated: string; decided: string }>(
    "warning",
    "金额与标准不符",
    (p) => [
      `名单写 ${p.stated} 元，${p.programme}按标准是 ${p.decided} 元，按标准办`,
      `the list says ${p.stated}, ${p.programme} comes to ${p.decided} by the rules; the rules decide`,
    ],
    () => ["与来名单的单位核对标准或人数", "check the standard or the household size with the sender"],
    ["认可", "不予"],
  ),
  D109: kind<{ named: number; declared: string; smaller: string; larger: string }>(
    "warning",
    "人数不一致",
    (p) => [
      `名单列了 ${p.named} 人，填报 ${p.declared} 人，先按少的发 ${p.smaller} 元（按多的是 ${p.larger} 元）`,
      `${p.named} members are named, ${p.declared} declared; the smaller sum ${p.smaller} is paid (the larger is ${p.larger})`,
    ],
    () => ["核对人数：按多的发写“认可”，按少的发写“不予”", "check the size: 认可 for the larger, 不予 for the smaller"],
    ["认可", "不予"],
  ),
  D110: kind<{ members: string; smaller: string; larger: string }>(
    "warning",
    "成员待定",
    (p) => [
      `成员${p.members}的身份、补助或比对结果还没有定，先不计入，发 ${p.smaller} 元（计入是 ${p.larger} 元）`,
      `whether ${p.members} counts is not settled; ${p.smaller} is paid without (with: ${p.larger})`,
    ],
    () => [
      "改正该成员的身份证号；或写“认可”（计入）、“不予”（不计入）",
      "correct the member's number; or write 认可 (counted) or 不予 (not counted)",
    ],
    ["认可", "不予"],
  ),
  D111: kind<{ name: string; first: string; second: string; source: string }>(
    "warning",
    "是否可叠加",
    (p) => [
      `${p.name}同时有${p.first}和${p.second}，方案没有说可否叠加，先都发放（${p.source}）`,
      `${p.name} has both ${p.first} and ${p.second}; the plan does not say whether both may be held, both are granted (${p.source})`,
    ],
    () => ["由本单位答复可否叠加，写进活动文件", "let the office decide and write the answer into the campaign file"],
    ["认可", "不予"],
  ),
  D112: kind<{ programme: string; what: string; whatEn: string; plan: string; used: string }>(
    "warning",
    "超出计划",
    (p) => [
      `${p.programme}${p.what} ${p.used}，超出计划的 ${p.plan}`,
      `${p.programme}: ${p.whatEn} ${p.used} goes over the plan's ${p.plan}`,
    ],
    () => ["报主管部门确认资金", "ask the agency in charge to confirm the funds"],
    ["认可"],
  ),
  D113: kind<{ name: string; list: string; where: string }>(
    "error",
    "比对名单命中",
    (p) => [
      `${p.name}在${p.list}名单上（${p.where}）：本人的项目暂缓；是户主的，全户暂缓；是其他成员的，先不计入人数`,
      `${p.name} stands on the check list ${p.list} (${p.where}): the person's programmes are held; for a head the household is, another member is not counted for now`,
    ],
    () => [
      "核实后写“认可”（照发）或“不予”（本人不发，不计入人数）；户主已故的，请来名单的单位更换户主",
      "check, and write 认可 (grant) or 不予 (denied, not counted); where a head has died, ask for the list with the new head",
    ],
    ["认可", "不予"],
  ),
  D114: kind<{ name: string; list: string; where: string }>(
    "warning",
    "比对名单提醒",
    (p) => [
      `${p.name}在${p.list}名单上（${p.where}），照发`,
      `${p.name} stands on the check list ${p.list} (${p.where}); granted all the same`,
    ],
    () => ["核实是否仍应发放", "check whether the person is still to be paid"],
    ["认可", "不予"],
  ),
  D115: kind<{ preferred: string; programme: string }>(
    "error",
    "同户优先项目暂缓",
    (p) => [
      `同一户的${p.preferred}还在暂缓，${p.programme}要等它定了再办`,
      `${p.preferred} of the same household is held; ${p.programme} waits for it`,
    ],
    (p) => [`先处理${p.preferred}的问题`, `settle ${p.preferred} first`],
  ),
  D116: kind<{ preferred: string; programme: string; amount: string }>(
    "notice",
    "本次不安排",
    (p) => [
      `本次不安排：同一户已有${p.preferred}，建议${p.programme}的名额转给其他困难家庭`,
      `not this time: the household has ${p.preferred}; the place of ${p.programme} should go to another family`,
    ],
    () => ["要改为由这一家走访的，在核实结论里写“认可”", "to turn it round, write 认可 into 核实结论.xlsx"],
    ["认可", "不予"],
  ),
  D117: kind<{ id: string; verdict: string }>(
    "notice",
    "结论没有用上",
    (p) => [
      `核实结论 ${p.id}（${p.verdict}）这次没有对应的问题`,
      `decision ${p.id} (${p.verdict}) fits nothing in this run`,
    ],
    () => ["问题已在名单里改正的，可以删去这一行", "if the lists were mended, this row can go"],
  ),
  D118: kind<{ category: string; entries: number }>(
    "warning",
    "声明没有却有名单",
    (p) => [
      `声明没有${p.category}，名单里却有 ${p.entries} 条，按名单办`,
      `${p.category} was declared to have nobody, but there are ${p.entries} entries; the lists count`,
    ],
    (p) => [`从 --without 里去掉${p.category}，或核对名单`, `take ${p.category} out of --without, or check the lists`],
    ["认可"],
  ),
  D119: kind<{ id: string; verdict: string; may: string }>(
    "warning",
    "结论写法不对",
    (p) => [
      `核实结论 ${p.id} 写了“${p.verdict}”，这个问题只能写：${p.may}`,
      `decision ${p.id} says ${p.verdict}; this problem takes: ${p.may}`,
    ],
    () => ["按待核实.xlsx 里的写法改正", "write one of the words of 待核实.xlsx"],
    ["认可"],
  ),
  D120: kind<{ circle: string; pairs: string }>(
    "warning",
    "答复互相牵制",
    (p) => [
      `可否叠加的答复互相牵制（${p.circle}），定不出谁让谁，这几对都当作没有答复：${p.pairs}`,
      `the answers about stacking give way to one another in a circle (${p.circle}); these pairs are taken as not answered: ${p.pairs}`,
    ],
    () => ["在活动文件里改正其中一对的答复后重新运行", "mend one of the answers in the campaign file and run again"],
  ),
  D121: kind<{ id: string; says: string; people: string }>(
    "warning",
    "结论张冠李戴",
    (p) => [
      `核实结论 ${p.id} 这一行写的是“${p.says}”，这个编号的问题说的却是“${p.people}”，没有采用`,
      `the row of decision ${p.id} names ${p.says}; the problem of that 编号 is about ${p.people}: it was not used`,
    ],
    () => [
      "从待核实.xlsx 整行照抄，编号、身份证号、姓名不要改，不要下拉填充",
      "copy the whole row from 待核实.xlsx and leave 编号, 身份证号 and 姓名 as they are; never fill them down",
    ],
  ),
  D122: kind<{ name: string; list: string; where: string; id: string; other: string }>(
    "warning",
    "疑似在比对名单上",
    (p) => [
      `${p.name}（${p.id}）与${p.list}名单上的一人同名且同日出生，号码是 ${p.other}（${p.where}），照发`,
      `${p.name} (${p.id}) has the name and birth date of somebody on the check list ${p.list} under ${p.other} (${p.where}); granted all the same`,
    ],
    () => [
      "核实是不是同一人：不是的写“认可”；是同一人而不应发放的写“不予”，并改正号码",
      "check whether they are one person: 认可 if they are not; 不予 if they are and must not be paid, and mend the number",
    ],
    ["认可", "不予"],
  ),
  D123: kind<{ rows: string; names: string; why: string; whyEn: string }>(
    "warning",
    "结论自相矛盾",
    (p) => [
      `核实结论第 ${p.rows} 行对不上（${p.names}）：${p.why}，这几行都没有采用`,
      `rows ${p.rows} of 核实结论.xlsx contradict one another (${p.names}): ${p.whyEn}; none of them was used`,
    ],
    () => [
      "按身份证核对后改正这几行：同一个人只留一个号码在身份证号一栏；说不清是名单哪一行的，在名单里补上身份证号",
      "check the cards and mend these rows: one person has one number under 身份证号; where 核实结论 cannot say which row it is, put the number into the list",
    ],
  ),
} as const;
