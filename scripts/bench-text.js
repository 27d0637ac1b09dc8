// How fast a large text file is read, in each encoding. Made-up people, fixed content, no clock.
// After `npm run build`: node scripts/bench-text.js [ROWS]
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readInput } from "../dist/read/read.js";
import { gb18030 } from "./fixtures/files.js";

const HEADER =
  "序号,姓名,性别,身份证号,出生日期,街镇,居村委,家庭住址,联系电话,对象类别,保障人数,开户银行,银行账号,金额";
const CATEGORIES = ["低保", "特困供养", "重残无业", "因病支出型贫困"];

/** @param {number} i */
function person(i) {
  const name = `测试${"王李张刘陈杨赵黄周吴"[i % 10]}${"伟芳娜敏静丽强磊军洋"[(i >> 3) % 10]}`;
  const id = `31019819${50 + (i % 50)}0101${String(i).padStart(6, "0").slice(-4)}`;
  const home = `听涛${i % 37}居委会,听涛里路${i % 900}弄${i % 60}号${100 + (i % 1200)}室`;
  const card = `62290000${10_000_000 + i * 7}`;
  return `${i + 1},${name},${i % 2 ? "女" : "男"},${id},1950-01-01,听涛街道,${home},199${10_000_000 + i},${CATEGORIES[i % 4]},${1 + (i % 5)},测试银行,${card},${460 + (i % 7) * 100}.5`;
}

/** Milliseconds of processor time so far: other jobs on the machine do not count. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const [rows, path] = [Number(process.argv[2] ?? 100_000), process.argv[3]];
if (path !== undefined) {
  // A process of its own, so that making the file does not count.
  const file = { name: "名单.csv", path, named: true, settled: null };
  let best = Number.POSITIVE_INFINITY;
  let read = 0;
  for (let i = 0; i < 4; i++) {
    const from = spent();
    read = readInput(file).lists[0]?.rows.length ?? 0;
    best = Math.min(best, spent() - from);
  }
  const peak = Math.round(process.resourceUsage().maxRSS / 1e3);
  console.log(
    `${path.slice(path.lastIndexOf("-") + 1)}: rows ${read}, reading ${Math.round(best)} ms of processor time, peak RSS ${peak} MB`,
  );
} else {
  const folder = join(tmpdir(), `relief-bench-text-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    const text = `${[HEADER, ...Array.from({ length: rows }, (_, i) => person(i))].join("\r\n")}\r\n`;
    const files = {
      "utf8.csv": Buffer.from(text),
      "gb18030.csv": gb18030(text),
      "utf16.csv": Buffer.from(`\ufeff${text}`, "utf16le"),
    };
    for (const [name, bytes] of Object.entries(files)) {
      const made = join(folder, `list-${name}`);
      writeFileSync(made, bytes);
      const run = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(rows), made], {
        stdio: "inherit",
      });
      if (run.status !== 0) process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
