/** V1 and V2: problems of rows: who somebody is, sums and counts. */
import { kind } from "../kind.ts";

export const rowKinds = {
  V101: kind<{ name: string }>(
    "error",
    "没有身份证号",
    (p) => [`${p.name}没有身份证号`, `${p.name} has no ID number`],
    () => ["向来名单的单位要身份证号，填进名单后重新运行", "ask the sender for the number, fill it in and run again"],
  ),
  V102: kind<{ id: string }>(
    "error",
    "身份证号不成形",
    (p) => [
      `身份证号“${p.id}”不是 18 位（或 15 位）号码，或其中没有这样的出生日期`,
      `ID number ${p.id} is not one of 18 (or 15) digits with a birth date that exists`,
    ],
    () => [
      "对照身份证原件改正；是护照等其他证件的，加一列“证件类型”",
      "correct it against the card; for other documents add a column 证件类型",
    ],
  ),
  V103: kind<{ id: string }>(
    "error",
    "身份证号尾数丢失",
    (p) => [
      `身份证号“${p.id}”被 Excel 存成了数字，末几位已经丢失`,
      `ID number ${p.id} was stored as a number by Excel; its last digits are lost`,
    ],
    () => ["把该列设为文本，照身份证重新填写", "format the column as text and enter the numbers again from the cards"],
  ),
  V104: kind<{ id: string; is: string; should: string }>(
    "error",
    "身份证号校验位不对",
    (p) => [
      `身份证号 ${p.id} 的校验位不对：末位应为 ${p.should}，写的是 ${p.is}`,
      `ID number ${p.id} fails its check digit: it ends in ${p.is}, ${p.should} was expected`,
    ],
    () => [
      "对照身份证原件改正；公安或户口簿证实号码无误的，在核实结论.xlsx 里写“认可”",
      "correct it against the card; if police or household book confirm it, write 认可 into 核实结论.xlsx",
    ],
    ["认可", "不予"],
  ),
  V105: kind<{ rows: number }>(
    "notice",
    "凭姓名识别",
    (p) => [
      `${p.rows} 人没有身份证号，凭姓名和地址、居村委或电话识别（该项目允许）`,
      `${p.rows} people without ID number are known by name and address, committee or telephone (the programme allows it)`,
    ],
    () => ["无需处理；能补身份证号的请补上", "nothing to do; add the numbers where they are known"],
  ),
  V106: kind<{ id: string }>(
    "warning",
    "身份证号不能用",
    (p) => [
      `身份证号“${p.id}”有错，该项目不凭身份证号，按姓名识别`,
      `ID number ${p.id} is wrong; the programme asks for none, so the person is known by name`,
    ],
    () => ["对照身份证改正，以便与其他名单比对", "correct it, so that other lists can be compared"],
    ["认可", "不予"],
  ),
  V107: kind<{ name: string }>(
    "error",
    "认不出是谁",
    (p) => [
      `${p.name}没有身份证号，也没有地址、居村委或电话，认不出是谁`,
      `${p.name} has neither ID number nor address, committee or telephone`,
    ],
    () => ["补上身份证号、地址、居村委或电话中的一项", "fill in one of ID number, address, committee or telephone"],
  ),
  V108: kind<{ id: string }>(
    "error",
    "没有姓名",
    (p) => [`身份证号 ${p.id} 没有姓名，别的名单里也没有`, `ID number ${p.id} has no name here or on any other list`],
    () => ["补上姓名后重新运行", "fill in the name and run again"],
  ),
  V109: kind<{ name: string; remark: string }>(
    "warning",
    "姓名后有说明",
    (p) => [
      `“${p.name}”后面写着“${p.remark}”，姓名按“${p.name}”读取`,
      `${p.name} is followed by (${p.remark}); the name was read without it`,
    ],
    () => [
      "看这句话是否影响发放（如已故、停发）；不该发的，在核实结论.xlsx 里写“不予”",
      "see whether it matters; write 不予 into 核实结论.xlsx for a row that must not be paid",
    ],
    ["认可", "不予"],
  ),
  V110: kind<{ name: string }>(
    "warning",
    "姓名里有认不出的字",
    (p) => [
      `姓名“${p.name}”里有乱码、自造字或问号，别的系统和银行认不出`,
      `the name ${p.name} holds a lost character, one of a private font or a question mark, which no bank can read`,
    ],
    () => ["对照身份证改成标准的字", "write the character of the ID card"],
    ["认可", "不予"],
  ),
  V201: kind<{ text: string }>(
    "warning",
    "金额看不懂",
    (p) => [`金额“${p.text}”不能当作金额`, `${p.text} cannot be a sum of money`],
    () => [
      "改成阿拉伯数字，以元为单位，如 1000.00，一行不超过 1000 万元",
      "write it in digits and in yuan, such as 1000.00, at most ten million a row",
    ],
    ["认可"],
  ),
  V203: kind<{ text: string; field: string }>(
    "warning",
    "人数看不懂",
    (p) => [
      `${p.field}“${p.text}”不是 1 到 99 的整数，当作没有填`,
      `${p.field} ${p.text} is no whole number from 1 to 99; taken as not stated`,
    ],
    () => ["改成整数", "write a whole number"],
    ["认可", "不予"],
  ),
} as const;
