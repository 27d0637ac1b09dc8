// The whole of compute (or check) on a large season: workbooks of 14 columns, each a street's summary of 20 programmes
// and more. After `npm run build`: node scripts/bench.js [ENTRIES [FILES [RUNS [compute|check]]]], entries in all. Prints
// wall time, processor time and peak memory, each also for 100 000 entries, so that runs of different size can be held
// against each other.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkDigit } from "../dist/model/id-number.js";
import { bookOf } from "./bench/book.js";

const [entries = 100_000, files = 1, runs = 2] = process.argv.slice(2, 5).map(Number);
const command = process.argv[5] ?? "compute";
// One number in a hundred is wrong: the answer of check is no.
const expected = command === "check" ? 1 : 0;
const HEADERS =
  "序号 姓名 身份证号 户编号 与户主关系 保障人数 街镇 居村委 联系电话 对象类别 开户银行 账号 户名 金额".split(" ");
// Twenty-one programmes by the categories that open them; sums where the list gives them.
const CATEGORIES = [
  ...[
    "低保",
    "低保",
    "低保",
    "因病支出型贫困",
    "重残无业",
    "特困供养",
    "御寒困难",
    "包户组成员",
    "支内回沪",
    "登记失业",
  ],
  ...[
    "重点优抚",
    "大病重病残疾人",
    "孤残",
    "低收入残疾人",
    "困难职工",
    "困难学生",
    "妇联慰问对象",
    "肿瘤",
    "慈善帮扶",
    "百企助百老",
  ],
  ...["急难帮困", "新春大礼包", "惠民帮扶", "企业困难职工", "街镇领导走访", "困境青少年", "福利院集中供养", "滞留对象"],
];
const LISTED = new Set([
  "困难职工",
  "困难学生",
  "妇联慰问对象",
  "肿瘤",
  "慈善帮扶",
  "惠民帮扶",
  "企业困难职工",
  "困境青少年",
]);
const BANKS = ["工商银行", "农业银行", "建设银行", "上海银行", "上海农商银行", ""];

/**
 * A card number with the check digit (Luhn) that most real cards have.
 * @param {string} digits all but the last
 */
function card(digits) {
  let total = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit);
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits + String((10 - (total % 10)) % 10);
}

const SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕".split("");
const GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉兰建国志红梅丹萍鑫波辉凤琴晨".split("");

/**
 * Some names are common and most are rare, as in a city.
 * @param {number} i
 */
function nameOf(i) {
  const mixed = Math.imul(i + 1, 2_654_435_761) >>> 0;
  const surname = SURNAMES[Math.min(mixed % 97, mixed % 40)] ?? "";
  const [first, second] = [(mixed >>> 7) % GIVEN.length, (mixed >>> 15) % (GIVEN.length + 10)];
  return surname + (GIVEN[first] ?? "") + (GIVEN[second] ?? "");
}

/** @param {number} i */
function entry(i) {
  const category = CATEGORIES[i % CATEGORIES.length] ?? "";
  // Days spread over eighty years.
  const day = (i * 7919) % 26_880;
  const born = `${1935 + (day % 80)}${String(1 + (Math.floor(day / 80) % 12)).padStart(2, "0")}${String(1 + Math.floor(day / 960)).padStart(2, "0")}`;
  // The sequence runs through all its values, as in a district: numbers that differ in one digit are as rare as in life.
  const sequence = 1 + ((i * 271 + Math.floor(i / 26_880)) % 999);
  const first17 = `310198${born}${String(sequence).padStart(3, "0")}`;
  // One number in a hundred is wrong, one account in a hundred is missing.
  const check = i % 100 === 7 ? (checkDigit(first17) === "1" ? "2" : "1") : checkDigit(first17);
  const name = nameOf(i);
  const household = category === "低保" ? `D${Math.floor(i / 2)}` : "";
  return [
    ...[
      String(i + 1),
      name,
      first17 + check,
      household,
      household === "" ? "" : "户主",
      household === "" ? "" : String(1 + (i % 5)),
    ],
    ...[
      `新泾${i % 10}街道`,
      `第${i % 37}居委会`,
      `139${String(10_000_000 + i)}`,
      category,
      BANKS[i % BANKS.length] ?? "",
    ],
    ...[
      i % 100 === 13 ? "" : card(`6229000${String(10_000_000 + i)}`),
      name,
      LISTED.has(category) ? String(500 + (i % 4) * 100) : "",
    ],
  ];
}

/** @param {number} from @param {number} to */
function* rows(from, to) {
  yield HEADERS;
  for (let i = from; i < to; i++) yield entry(i);
}

const folder = mkdtempSync(join(tmpdir(), "relief-bench-"));
try {
  const lists = join(folder, "名单");
  mkdirSync(lists);
  for (let file = 0; file < files; file++) {
    const part = rows(Math.floor((entries * file) / files), Math.floor((entries * (file + 1)) / files));
    const name = `街道帮困对象汇总${file + 1}.xlsx`;
    writeFileSync(join(lists, name), bookOf(part, { sheet: "汇总", numbers: new Set([5, 13]) }));
  }
  const relief = fileURLToPath(new URL("../bin/relief.js", import.meta.url));
  const measure = fileURLToPath(new URL("bench/measured.js", import.meta.url));
  for (let run = 1; run <= runs; run++) {
    const from = performance.now();
    const child = spawnSync(
      process.execPath,
      ["--import", measure, relief, command, lists, "-o", join(folder, "out"), "--quiet"],
      { encoding: "utf8" },
    );
    const seconds = (performance.now() - from) / 1000;
    const [, peak, cpu] = /peak (\d+) MB, cpu ([\d.]+)/.exec(child.stderr) ?? [];
    const share = 100_000 / entries;
    console.log(
      `${command}, ${entries} entries in ${files} file(s), run ${run}: ${seconds.toFixed(2)} s, processor time ${cpu} s, peak memory ${peak} MB, exit ${child.status}; for 100 000 entries: ${(seconds * share).toFixed(2)} s, processor time ${(Number(cpu) * share).toFixed(2)} s`,
    );
    if (child.status !== expected) console.log(child.stderr);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
