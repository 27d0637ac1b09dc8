/** Law 4, and each payment file against 代发明细.csv, 补助明细.csv and the manifest. */
import { differs, Figures, type Finding } from "./finding.ts";
import { type CsvRow, fen, type Manifest, readLines, shown } from "./output.ts";

type Batch = Manifest["batches"][number];

/** Every batch by its file, and the payments that no file has. */
export async function checkBatches(
  folder: string,
  manifest: Manifest,
  entitlements: readonly CsvRow[],
  payments: readonly CsvRow[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const byBatch = new Map<string, CsvRow[]>(manifest.batches.map((b) => [b.number, []]));
  for (const row of payments) {
    const rows = byBatch.get(row["批次"] ?? "");
    if (rows) rows.push(row);
    else findings.push({ what: `代发明细 批次 ${row["批次"]}`, expected: "清单里有", found: "清单里没有" });
  }
  for (const batch of manifest.batches) {
    const rows = byBatch.get(batch.number) ?? [];
    const edition = batch.number.slice(0, batch.number.lastIndexOf("-"));
    findings.push(
      ...differs(`批次 ${batch.number} 的规则版本`, manifest.rules.edition, edition),
      ...checkTable(batch, rows),
      ...(await checkFile(folder, batch, rows)),
    );
  }
  return [...findings, ...checkGrants(entitlements, payments)];
}

function checkTable(batch: Batch, rows: readonly CsvRow[]): readonly Finding[] {
  const name = `代发明细 批次 ${batch.number}`;
  const total = rows.reduce((sum, row) => sum + fen(row["金额"]), 0);
  const accounts = new Set<string>();
  const findings: Finding[] = [
    ...differs(`${name} 笔数`, String(batch.lines), String(rows.length)),
    ...differs(`${name} 金额`, batch.yuan, shown(total)),
  ];
  rows.forEach((row, i) => {
    findings.push(...differs(`${name} 第 ${i + 1} 笔的序号`, String(i + 1), row["序号"] ?? ""));
    findings.push(...differs(`${name} 第 ${i + 1} 笔的资金来源`, batch.fund, row["资金来源"] ?? ""));
    const key = `${row["项目"]}\u0000${row["账号"]}`;
    if (accounts.has(key)) {
      const what = `第4条 批次 ${batch.number} ${row["项目"]} 账号 ${row["账号"]}`;
      findings.push({ what, expected: "一笔", found: "两笔" });
    }
    accounts.add(key);
  });
  return findings;
}

/** The file that goes to the bank: each of its lines is the table's, and its last line is their sum. */
async function checkFile(folder: string, batch: Batch, rows: readonly CsvRow[]): Promise<readonly Finding[]> {
  const lines = await readLines(folder, batch.file);
  if (lines === null) return [{ what: batch.file, expected: "读得出", found: "读不出" }];
  const header = lines[0] ?? [];
  const trailer = lines.at(-1) ?? [];
  const body = lines.slice(1, -1);
  const column = (title: string) => header.indexOf(title);
  const total = body.reduce((sum, line) => sum + fen(line[column("金额")]), 0);
  const name = `第4条 ${batch.file}`;
  const findings: Finding[] = [
    ...differs(`${name} 笔数`, String(rows.length), String(body.length)),
    ...differs(`${name} 各笔之和`, batch.yuan, shown(total)),
    ...differs(`${name} 末行`, `合计 ${batch.lines} ${batch.yuan}`, trailer.filter((cell) => cell !== "").join(" ")),
  ];
  const same = ["序号", "户名", "身份证号", "账号", "金额", "用途"];
  body.forEach((line, i) => {
    const row = rows[i];
    if (row === undefined) return;
    const expected = same.map((title) => row[title] ?? "").join(" ");
    const found = same.map((title) => line[column(title)] ?? "").join(" ");
    findings.push(...differs(`${batch.file} 第 ${i + 1} 笔与代发明细`, expected, found));
  });
  return findings;
}

/** Behind every payee of a batch stand grants of the same sum and number; and the other way round. */
function checkGrants(entitlements: readonly CsvRow[], payments: readonly CsvRow[]): readonly Finding[] {
  const paid = new Figures();
  for (const row of payments) {
    paid.add([row["批次"], row["账号"], row["户名"]].join(" "), fen(row["金额"]), Number(row["笔数"]));
  }
  const granted = new Figures();
  for (const row of entitlements) {
    if (row["批次"] === "") continue;
    const key = [row["批次"], row["账号"], row["收款人"]].join(" ");
    if (row["结果"] === "发放") granted.add(key, fen(row["金额"]));
    else granted.add(`${key}（${row["结果"]}）`, Number.NaN);
  }
  return [...new Set([...paid.keys(), ...granted.keys()])].flatMap((key) => {
    const [left, right] = [granted.of(key), paid.of(key)];
    return differs(
      `第3条 收款人 ${key}`,
      `${left.count} 次 ${shown(left.fen)}`,
      `${right.count} 次 ${shown(right.fen)}`,
    );
  });
}
