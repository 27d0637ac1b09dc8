// The whole of compute (or check) on a large season: one workbook of 14 columns, a street's summary of 20 programmes
// and more. After `npm run build`: node scripts/bench.js [ENTRIES] [compute|check]. Prints wall time, peak memory, and the ratio to bare reading.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkDigit } from "../dist/model/id-number.js";
import { bookOf } from "./bench/book.js";

const entries = Number(process.argv[2] ?? 100_000);
const command = process.argv[3] ?? "compute";
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

/** @param {number} i */
function entry(i) {
  const category = CATEGORIES[i % CATEGORIES.length] ?? "";
  // Days spread over eighty years; the sequence number tells apart those born on one day.
  const day = (i * 7919) % 26_880;
  const born = `${1935 + (day % 80)}${String(1 + (Math.floor(day / 80) % 12)).padStart(2, "0")}${String(1 + Math.floor(day / 960)).padStart(2, "0")}`;
  const first17 = `310198${born}${String(1 + Math.floor(i / 26_880)).padStart(3, "0")}`;
  // One number in a hundred is wrong, one account in a hundred is missing.
  const check = i % 100 === 7 ? (checkDigit(first17) === "1" ? "2" : "1") : checkDigit(first17);
  const name = `${"王李张刘陈杨赵黄周吴"[i % 10]}${"伟芳娜敏静丽强磊军洋"[(i >> 3) % 10]}${"一二三四五六七八九十"[(i + Math.floor(i / 26_880)) % 10]}`;
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

function* rows() {
  yield HEADERS;
  for (let i = 0; i < entries; i++) yield entry(i);
}

const folder = mkdtempSync(join(tmpdir(), "relief-bench-"));
try {
  const list = join(folder, "街道帮困对象汇总.xlsx");
  writeFileSync(list, bookOf(rows(), { sheet: "汇总", numbers: new Set([5, 13]) }));
  const relief = fileURLToPath(new URL("../bin/relief.js", import.meta.url));
  const measure = fileURLToPath(new URL("bench/measured.js", import.meta.url));
  for (let run = 1; run <= 2; run++) {
    const from = performance.now();
    const child = spawnSync(
      process.execPath,
      ["--import", measure, relief, command, list, "-o", join(folder, "out"), "--quiet"],
      { encoding: "utf8" },
    );
    const seconds = (performance.now() - from) / 1000;
    const [, peak, cpu] = /peak (\d+) MB, cpu ([\d.]+)/.exec(child.stderr) ?? [];
    console.log(
      `${command}, ${entries} entries, run ${run}: ${seconds.toFixed(2)} s (at most 8), processor time ${cpu} s, peak memory ${peak} MB (at most 700), exit ${child.status}`,
    );
    if (child.status !== expected) console.log(child.stderr);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
