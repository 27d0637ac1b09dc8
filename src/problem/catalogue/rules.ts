/** U: problems of a rules file, and of relief.yaml where it is written alike: each stands at its line and column. */
import { kind } from "../kind.ts";

const near = (names: string) => (names === "" ? "" : `；相近的：${names}`);
const nearEn = (names: string) => (names === "" ? "" : `; near: ${names}`);

export const rulesKinds = {
  U001: kind<{ why: string; whyEn?: string }>(
    "error",
    "YAML 写法不对",
    (p) => [`YAML 写法不对：${p.why}`, `not well-formed YAML: ${p.whyEn ?? p.why}`],
    () => ["看这一行的缩进、冒号和引号", "look at indentation, colons and quotes of this line"],
  ),
  U002: kind<{ key: string; where: string; near: string }>(
    "error",
    "不认识的键",
    (p) => [`${p.where}里没有“${p.key}”这个键${near(p.near)}`, `${p.where} has no key ${p.key}${nearEn(p.near)}`],
    () => ["改成相近的键，或删去这一行", "write one of the near keys, or delete the line"],
  ),
  U003: kind<{ path: string; why: string; whyEn: string }>(
    "error",
    "写法不对",
    (p) => [`${p.path}：${p.why}`, `${p.path}: ${p.whyEn}`],
    () => [
      "照说明改正：规则见 rules/README.md，活动文件见 relief init 写出的注释",
      "mend it: rules as in rules/README.md, a campaign file as the comments say that relief init writes",
    ],
  ),
  U004: kind<{ what: string; whatEn: string; name: string; near: string }>(
    "error",
    "没有这个名称",
    (p) => [`没有叫“${p.name}”的${p.what}${near(p.near)}`, `there is no ${p.whatEn} called ${p.name}${nearEn(p.near)}`],
    () => [
      "改成规则里有的名称，或删去这一处；relief rules list 列出全部",
      "write a name that stands in the rules, or take it away; relief rules list shows them",
    ],
  ),
  U005: kind<{ circle: string }>(
    "error",
    "互相牵制",
    (p) => [
      `这些项目互相牵制，定不出先后：${p.circle}`,
      `these programmes wait for one another in a circle: ${p.circle}`,
    ],
    () => ["去掉其中一处引用", "take one of the references away"],
  ),
  U006: kind<{ quote: string; near: string }>(
    "error",
    "引文不在文件里",
    (p) => [`文件原文里没有这句话：“${p.quote}”`, `the document does not hold this sentence: ${p.quote}`],
    (p) =>
      p.near === ""
        ? ["照文件原文抄写", "copy it from the document"]
        : [`照文件原文抄写；原文里相近的一句：“${p.near}”`, `copy it from the document; a sentence like it: ${p.near}`],
  ),
  U007: kind<{ sentence: string }>(
    "error",
    "有金额的句子没有项目",
    (p) => [
      `原文这句话有金额，没有项目引用它：“${p.sentence}”`,
      `no programme quotes this sentence with a sum: ${p.sentence}`,
    ],
    () => [
      "写成一个项目，或写进 not-computed 并说明理由",
      "make it a programme, or list it under not-computed with a reason",
    ],
  ),
  U008: kind<{ programme: string }>(
    "error",
    "项目没有例子",
    (p) => [`项目“${p.programme}”没有例子`, `programme ${p.programme} has no example`],
    () => ["在 .examples.yaml 里补一个家庭", "add a family to the examples file"],
  ),
  U009: kind<{ family: string; what: string; whatEn: string }>(
    "error",
    "例子不符",
    (p) => [`例子“${p.family}”：${p.what}`, `example ${p.family}: ${p.whatEn}`],
    () => ["改正规则，或改正例子里期望的结果", "mend the rules, or what the example expects"],
  ),
  U010: kind<{ name: string; first: string; second: string }>(
    "error",
    "同名的类别",
    (p) =>
      p.first === p.second
        ? [`“${p.name}”在类别“${p.first}”里写了两次`, `${p.name} is written twice in the category ${p.first}`]
        : [
            `“${p.name}”同时是同一部门的几个类别：${p.first}、${p.second}`,
            `${p.name} is claimed by several categories of one agency: ${p.first}, ${p.second}`,
          ],
    (p) =>
      p.first === p.second ? ["去掉一个", "take one of them away"] : ["只留在一个类别里", "leave it with one of them"],
  ),
  U011: kind<{ purpose: string; bytes: number }>(
    "error",
    "用途太长",
    (p) => [
      `用途“${p.purpose}”有 ${p.bytes} 字节，银行只收 12 字节（6 个汉字）`,
      `purpose ${p.purpose} takes ${p.bytes} bytes; banks take 12 (6 characters)`,
    ],
    () => ["改短", "shorten it"],
  ),
  U012: kind<{ what: string; whatEn: string; path: string }>(
    "error",
    "文件读不出",
    (p) => [`${p.what}读不出：${p.path}`, `${p.whatEn} cannot be read: ${p.path}`],
    () => [
      "核对文件名和位置；用 relief rules list 看有哪些版本",
      "check name and place; relief rules list shows the editions",
    ],
  ),
  U013: kind<{ what: string; whatEn: string; name: string }>(
    "error",
    "没有用到",
    (p) => [`${p.what}“${p.name}”没有用到`, `the ${p.whatEn} ${p.name} is not used`],
    () => [
      "删去，或检查用它的地方是不是写成了别的名称",
      "delete it, or see whether what should use it names another one",
    ],
  ),
  U014: kind<{ path: string; why: string; whyEn: string }>(
    "error",
    "永远达不到",
    (p) => [`${p.path}：${p.why}`, `${p.path}: ${p.whyEn}`],
    () => ["检查上下限和先后", "check the bounds and their order"],
  ),
  U015: kind<{ sign: string; should: string }>(
    "error",
    "全角符号",
    (p) => [
      p.sign === "\u3000" ? "这里是全角空格，应当是半角空格" : `这里是全角的“${p.sign}”，应当是半角的“${p.should}”`,
      p.sign === "\u3000"
        ? "a full-width space; it should be a plain one"
        : `a full-width ${p.sign}; it should be ${p.should}`,
    ],
    () => ["切换到英文输入法，改成半角符号", "type it with the keyboard set to English"],
  ),
  U016: kind<{ what: string; whatEn: string }>(
    "error",
    "还没有确认",
    (p) => [`${p.what}还没有对照新的原文确认`, `${p.whatEn} is not confirmed by the new document yet`],
    () => [
      "对照原文改好以后，删去 unconfirmed 这一行",
      "see that it is as the document says, then delete the line unconfirmed",
    ],
  ),
  U017: kind<{ why: string; whyEn: string }>(
    "error",
    "没有写出规则",
    (p) => [p.why, p.whyEn],
    () => ["换一个年份或文件夹，或先把已有的文件移开", "name another year or folder, or move the files that are there"],
  ),
  U018: kind<{ sum: string; quote: string }>(
    "error",
    "引文里没有这个金额",
    (p) => [`引文里没有 ${p.sum}：“${p.quote}”`, `the quote does not name ${p.sum}: ${p.quote}`],
    () => [
      "对照原文改正金额；金额在原文的另一句里的，引文引到那一句",
      "mend the sum by the document; where another sentence names it, quote up to that one",
    ],
  ),
  U019: kind<{ clause: string; quote: string; found: string }>(
    "error",
    "引文不在所写的条款里",
    (p) => [
      `引文不在 ${p.clause} 里${p.found === "" ? "" : `，在 ${p.found}`}：“${p.quote}”`,
      `the quote does not stand in ${p.clause}${p.found === "" ? "" : ` but in ${p.found}`}: ${p.quote}`,
    ],
    () => ["改正条款，或引那一条里的原句", "mend the clause, or quote a sentence of that clause"],
  ),
} as const;
