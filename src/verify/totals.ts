/** Laws 1 and 5, and the manifest's totals against 补助明细.csv. */
import { differs, Figures, type Finding } from "./finding.ts";
import { type CsvRow, fen, type Manifest, type Results, shown, type Tally } from "./output.ts";

const RESULTS = [
  ["granted", "发放"],
  ["held", "暂缓发放"],
  ["denied", "不予发放"],
] as const;

/** Law 1: every row that was read is an entry, skipped for a reason, or rejected; for each list and for all. */
export function checkRowBalance(manifest: Manifest): readonly Finding[] {
  const findings: Finding[] = [];
  for (const list of manifest.lists) {
    const name = list.sheet === "" ? list.file : `${list.file} › ${list.sheet}`;
    findings.push(...differs(`第1条 ${name} 的行数`, String(list.read), String(parts(list))));
  }
  findings.push(...differs("第1条 全部行数", String(manifest.rows.read), String(parts(manifest.rows))));
  const all = manifest.lists.reduce((total, list) => total + list.read, 0);
  return [...findings, ...differs("第1条 各名单行数之和", String(manifest.rows.read), String(all))];
}

function parts(t: Tally): number {
  return t.entries + t.blank + t.title + t.header + t.total + t.note + t.rejected;
}

/** Granted, held and denied, in number and money, for all, for each programme and each fund. */
export function checkTotals(manifest: Manifest, rows: readonly CsvRow[]): readonly Finding[] {
  const figures = new Figures();
  const findings: Finding[] = [];
  for (const row of rows) {
    const sum = fen(row["金额"]);
    const result = row["结果"] ?? "";
    for (const key of ["", `项目 ${row["项目"]}`, `资金来源 ${row["资金来源"]}`]) figures.add(`${key} ${result}`, sum);
    const unknown = !RESULTS.some(([, word]) => word === result);
    if (unknown || Number.isNaN(sum)) {
      findings.push({ what: `补助明细 ${row["来源"]}`, expected: "结果和金额", found: `${result} ${row["金额"]}` });
    }
    if (result === "不予发放" && sum !== 0) {
      findings.push({ what: `补助明细 ${row["来源"]} 不予发放`, expected: "0.00", found: shown(sum) });
    }
  }
  const told: (readonly [string, Results])[] = [
    ["", manifest.totals],
    ...manifest.programmes.map((p) => [`项目 ${p.name}`, p] as const),
    ...manifest.funds.map((f) => [`资金来源 ${f.name}`, f] as const),
  ];
  const known = new Set<string>();
  for (const [key, results] of told) {
    for (const [result, word] of RESULTS) {
      known.add(`${key} ${word}`);
      const { count, yuan } = results[result];
      const found = figures.of(`${key} ${word}`);
      const what = `${key === "" ? "全部" : key} ${word}`;
      findings.push(...differs(`${what} 人次`, String(count), String(found.count)));
      findings.push(...differs(`${what} 金额`, yuan, shown(found.fen)));
    }
  }
  const strangers = figures.keys().filter((key) => !known.has(key));
  return [...findings, ...strangers.map((what) => ({ what, expected: "清单里有", found: "清单里没有" }))];
}

/** Law 5: no unit is granted the same programme twice. Who has no ID number is told by household number or row. */
export function checkUnits(rows: readonly CsvRow[]): readonly Finding[] {
  const seen = new Map<string, string>();
  const findings: Finding[] = [];
  for (const row of rows) {
    if (row["结果"] !== "发放") continue;
    const unit = row["身份证号"] || (row["计发单位"] === "户" ? row["户编号"] : "") || row["来源"] || "";
    const key = [row["项目编号"], row["计发单位"], unit].join("\u0000");
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row["来源"] ?? "");
    else {
      const what = `第5条 ${row["项目"]} ${row["姓名"]}`;
      findings.push({ what, expected: "发放一次", found: `两次：${first}；${row["来源"]}` });
    }
  }
  return findings;
}
