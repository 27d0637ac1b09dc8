/** Law 3: what is granted goes out, by batch, signature sheet, transfer or as a service; for each fund. */
import { differs, Figures, type Finding } from "./finding.ts";
import { type CsvRow, fen, type Manifest, readSheet, shown } from "./output.ts";

/** Sheets and transfers against the manifest and 补助明细.csv; then the law itself. */
export async function checkGoingOut(
  folder: string,
  manifest: Manifest,
  entitlements: readonly CsvRow[],
  payments: readonly CsvRow[],
): Promise<readonly Finding[]> {
  const granted = entitlements.filter((row) => row["结果"] === "发放");
  const out = new Figures();
  const findings: Finding[] = [];
  const fundOf = new Map(entitlements.map((row) => [row["项目"], row["资金来源"] ?? ""]));
  for (const row of payments) out.add(row["资金来源"] ?? "", fen(row["金额"]), Number(row["笔数"]));
  for (const sheet of manifest.sheets) {
    const found = await readHandSheet(folder, sheet.file, "金额");
    findings.push(...compare(sheet, found));
    out.add(fundOf.get(sheet.programme) ?? "", found?.fen ?? Number.NaN, found?.lines ?? 0);
  }
  let handedOver = 0;
  for (const transfer of manifest.transfers) {
    const found = await readHandSheet(folder, transfer.file, "金额(元)");
    findings.push(...compare(transfer, found));
    for (const row of found?.rows ?? []) {
      out.add(row["资金来源"] ?? "", fen(row["金额(元)"] || "0"));
      if (row["发放方式"] === "服务") handedOver++;
    }
  }
  // A service is on no sheet; only where another payer renders it does it stand in a transfer.
  for (const row of granted.filter((r) => r["发放方式"] === "服务").slice(handedOver))
    out.add(row["资金来源"] ?? "", 0);
  return [...findings, ...checkFunds(granted, out)];
}

function checkFunds(granted: readonly CsvRow[], out: Figures): readonly Finding[] {
  const all = new Figures();
  for (const row of granted) all.add(row["资金来源"] ?? "", fen(row["金额"]));
  return [...new Set([...all.keys(), ...out.keys()])].flatMap((fund) => {
    const [left, right] = [all.of(fund), out.of(fund)];
    return [
      ...differs(`第3条 资金来源 ${fund} 人次`, String(left.count), String(right.count)),
      ...differs(`第3条 资金来源 ${fund} 金额`, shown(left.fen), shown(right.fen)),
    ];
  });
}

interface HandSheet {
  readonly rows: readonly CsvRow[];
  readonly lines: number;
  readonly fen: number;
  /** The sum in its last line, "" where goods have none. */
  readonly total: string;
}

/** The lines between a sheet's header (it begins with 序号) and its total (合计); sums are read back as numbers. */
async function readHandSheet(folder: string, path: string, sumTitle: string): Promise<HandSheet | null> {
  const cells = await readSheet(folder, path);
  const top = cells?.findIndex((row) => row[0] === "序号") ?? -1;
  const end = cells?.findIndex((row) => row[0] === "合计") ?? -1;
  const header = cells?.[top];
  if (!cells || header === undefined || end < 0) return null;
  const rows = cells
    .slice(top + 1, end)
    .map((row) => Object.fromEntries(header.map((title, i) => [title, row[i] ?? ""])));
  const hasSums = header.includes(sumTitle);
  const sum = rows.reduce((all, row) => all + (hasSums ? fen(row[sumTitle] || "0") : 0), 0);
  return { rows, lines: rows.length, fen: sum, total: hasSums ? (cells[end]?.[header.indexOf(sumTitle)] ?? "") : "" };
}

function compare(told: { file: string; lines: number; yuan: string }, found: HandSheet | null): readonly Finding[] {
  if (found === null) return [{ what: told.file, expected: "读得出", found: "读不出" }];
  return [
    ...differs(`${told.file} 行数`, String(told.lines), String(found.lines)),
    ...differs(`${told.file} 各行之和`, told.yuan, shown(found.fen)),
    ...(found.total === "" ? [] : differs(`${told.file} 合计行`, told.yuan, shown(fen(found.total)))),
  ];
}
