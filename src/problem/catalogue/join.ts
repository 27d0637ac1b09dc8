/** J: problems of joining rows into persons and households. */
import { kind } from "../kind.ts";

export const joinKinds = {
  J101: kind<{ id: string; name: string; others: string }>(
    "error",
    "一号两名",
    (p) => [
      `身份证号 ${p.id} 在这里写的是“${p.name}”，别处是“${p.others}”`,
      `ID number ${p.id} belongs to ${p.name} here and to ${p.others} elsewhere`,
    ],
    () => [
      "核对身份证：写对的那一行在核实结论里写“认可”；这一行该删的写“不予”；是两个人的，改正号码",
      "check the card: 认可 on the right name, 不予 to drop this row; if they are two people, correct the number",
    ],
    ["认可", "不予", "不同人"],
  ),
  J102: kind<{ name: string; row: number }>(
    "warning",
    "同一名单重复",
    (p) => [
      `${p.name}在这份名单里出现两次（另见第 ${p.row} 行），只算一次`,
      `${p.name} stands twice on this list (also row ${p.row}); counted once`,
    ],
    () => ["删去多余的一行", "delete one of the rows"],
    ["认可", "不予"],
  ),
  J103: kind<{ name: string; id: string; other: string; why: string; whyEn: string; twice: string; twiceEn: string }>(
    "warning",
    "疑似同一人",
    (p) => [
      `${p.name}：${p.id || "（无号码）"} 与 ${p.other || "（无号码）"} 可能是同一人（${p.why}）${p.twice}`,
      `${p.name}: ${p.id || "(no number)"} and ${p.other || "(no number)"} may be one person (${p.whyEn})${p.twiceEn}`,
    ],
    () => [
      "核对后在核实结论里写“同一人”（留下的号码填在身份证号一栏，写错的填在另一身份证号一栏）或“不同人”",
      "check, and write 同一人 (the right number under 身份证号, the mistaken one under 另一身份证号) or 不同人",
    ],
    ["同一人", "不同人"],
  ),
  J104: kind<{ name: string; heads: string }>(
    "error",
    "一人两户",
    (p) => [
      `${p.name}同时在两户里（户主：${p.heads}），两户都暂缓`,
      `${p.name} is in two households (heads: ${p.heads}); both wait`,
    ],
    () => ["与来名单的单位核对属于哪一户，改正名单", "ask the sender which household is right, and mend the list"],
  ),
  J105: kind<{ number: string; heads: string }>(
    "warning",
    "户编号相同而户主不同",
    (p) => [
      `两份名单都有户编号 ${p.number}，户主却不同（${p.heads}），按两户处理`,
      `two lists use household number ${p.number} with different heads (${p.heads}); taken as two households`,
    ],
    () => [
      "核对是不是各自从 1 编号；确是一户的，改成同一户主",
      "check whether each list counts from 1; if it is one household, give it one head",
    ],
    ["认可"],
  ),
  J106: kind<{ heads: string }>(
    "warning",
    "各部门的户不一致",
    (p) => [
      `几个部门的名单把这些户连在一起，户主不同（${p.heads}），未合并`,
      `lists of several agencies tie these households together (heads: ${p.heads}); they were not joined`,
    ],
    () => ["核对这几户的成员", "check who lives in which household"],
    ["认可"],
  ),
  J107: kind<{ name: string; says: string; leading: string; category: string }>(
    "warning",
    "部门名单不一致",
    (p) => [
      `${p.says}的名单说${p.name}是“${p.category}”，${p.leading}的“${p.category}”名单里没有此人`,
      `${p.says}'s list says that ${p.name} is ${p.category}; ${p.leading}'s list of ${p.category} does not have the person`,
    ],
    () => [
      "两个部门核对；各项目仍按本部门的名单办",
      "let both agencies check; each programme goes by its own agency's list",
    ],
    ["认可", "不予"],
  ),
  J108: kind<{ id: string; name: string; others: string }>(
    "warning",
    "别处写法不同",
    (p) => [
      `身份证号 ${p.id} 在民政名单里是“${p.name}”，别的名单写“${p.others}”，先按民政的写法`,
      `ID number ${p.id} is ${p.name} on Civil Affairs' list and ${p.others} elsewhere; Civil Affairs' spelling counts for now`,
    ],
    () => ["核对身份证：民政的写法对的写“认可”", "check the card; write 认可 if this spelling is right"],
    ["认可", "不予"],
  ),
  J109: kind<{ name: string; people: number; shared: string; sharedEn: string }>(
    "warning",
    "同名的人太多",
    (p) => [
      `名叫“${p.name}”而${p.shared}的有 ${p.people} 人，没有逐对列出`,
      `${p.people} people called ${p.name} share ${p.sharedEn}: not told in pairs`,
    ],
    () => [
      "看是不是占位的姓名、日期（如无名氏、1900-01-01）；其中有同一人的，在名单里改成同一个身份证号",
      "see whether name or date only fill a gap (无名氏, 1900-01-01); where some are one person, give them one number in the lists",
    ],
    ["认可"],
  ),
  J111: kind<{ shared: number; numbers: number; other: string }>(
    "warning",
    "名单几乎重复",
    (p) => [
      `这份名单的 ${p.numbers} 个身份证号里有 ${p.shared} 个也在《${p.other}》里，部门和类别都相同，像是同一份名单的两版`,
      `${p.shared} of this list's ${p.numbers} ID numbers are on ${p.other} too, of the same agency and category: it looks like another version of it`,
    ],
    () => [
      "核对是不是上个月的、或修改前的名单；是的，把旧的拿出名单文件夹后重新运行，否则旧名单上已经退出的人也会发放",
      "see whether one is last month's or was sent before a change; take the old one away and run again, else people who left it are paid too",
    ],
    ["认可"],
  ),
} as const;
