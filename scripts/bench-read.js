// How fast a large workbook is read, beside how long unpacking it alone takes. Made-up people, fixed content, no clock.
// After `npm run build`: node scripts/bench-read.js [ROWS] [shared|inline]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bookOf } from "./bench/book.js";

const rows = Number(process.argv[2] ?? 100_000);
const inline = process.argv[3] === "inline";
const HEADERS =
  "序号 姓名 性别 身份证号 出生日期 街镇 居村委 家庭住址 联系电话 对象类别 保障人数 开户银行 银行账号 金额".split(" ");
const DATES = new Set([4]);
const NUMBERS = new Set([0, 10, 13]);

/** @param {number} i */
function person(i) {
  const digits = String(i).padStart(6, "0");
  const committee = `新泾${i % 37}居委会`;
  return [
    String(i + 1),
    `测试${"王李张刘陈杨赵黄周吴"[i % 10]}${"伟芳娜敏静丽强磊军洋"[(i >> 3) % 10]}`,
    i % 2 === 0 ? "男" : "女",
    `31990019${50 + (i % 50)}0101${digits.slice(-4)}${i % 10}`,
    String(20_000 + (i % 20_000)),
    "新泾街道",
    committee,
    `${committee}${i % 900}弄${i % 60}号${100 + (i % 1200)}室`,
    `139${String(10_000_000 + i)}`,
    ["低保", "特困供养", "重残无业", "因病支出型贫困"][i % 4] ?? "",
    String(1 + (i % 5)),
    "测试银行",
    `62290000${String(10_000_000 + i * 7)}`,
    `${460 + (i % 7) * 100}.5`,
  ];
}

function* table() {
  yield HEADERS;
  for (let i = 0; i < rows; i++) yield person(i);
}

const folder = mkdtempSync(join(tmpdir(), "relief-bench-"));
try {
  const path = join(folder, "名单.xlsx");
  writeFileSync(path, bookOf(table(), { numbers: NUMBERS, dates: DATES, inline }));
  console.log(`${rows} rows × ${HEADERS.length} columns, ${inline ? "texts in the cells" : "shared texts"}`);
  // In processes of their own, so that making the file does not count, nor one measurement for the other.
  for (const what of ["memory", "time"]) {
    const measure = fileURLToPath(new URL("bench/reading.js", import.meta.url));
    const { status } = spawnSync(process.execPath, [measure, what, path], { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
