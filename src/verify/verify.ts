/**
 * `relief verify`: an output checked again from its files alone. Hashes first, then the manifest's totals against the
 * tables, the payment files and signature sheets against both, and the laws 1, 3, 4 and 5.
 */
import { checkBatches } from "./batches.ts";
import type { Finding } from "./finding.ts";
import { checkGoingOut } from "./going-out.ts";
import { hashes, type Manifest, readManifest, readTable } from "./output.ts";
import { checkRowBalance, checkTotals, checkUnits } from "./totals.ts";

export type { Finding } from "./finding.ts";

const ENTITLEMENT_COLUMNS = [
  ...["项目编号", "项目", "资金来源", "发放主体", "发放方式", "计发单位", "户编号", "身份证号", "姓名", "街镇"],
  ...["结果", "金额", "收款人", "账号", "批次", "来源"],
];
const PAYMENT_COLUMNS = ["批次", "序号", "资金来源", "项目", "户名", "身份证号", "账号", "金额", "用途", "笔数"];
const PROBLEM_COLUMNS = ["级别", "文件", "工作表", "行", "列", "内容", "说明", "建议", "代码"];

/** All that does not hold in an output folder; nothing where it is as it was written and adds up. */
export async function verify(folder: string): Promise<readonly Finding[]> {
  const manifest = await readManifest(folder);
  if (manifest === null) {
    return [{ what: "清单.json", expected: "relief compute 写的清单", found: "没有，或不是 relief 写的" }];
  }
  const files = await checkHashes(folder, manifest);
  const entitlements = await readTable(folder, "数据/补助明细.csv", ENTITLEMENT_COLUMNS);
  const payments = await readTable(folder, "数据/代发明细.csv", PAYMENT_COLUMNS);
  const problems = await readTable(folder, "数据/问题清单.csv", PROBLEM_COLUMNS);
  const unreadable = [
    ...(entitlements ? [] : [unreadableTable("数据/补助明细.csv")]),
    ...(payments ? [] : [unreadableTable("数据/代发明细.csv")]),
    ...(problems ? [] : [unreadableTable("数据/问题清单.csv")]),
  ];
  if (entitlements === null || payments === null) return [...files, ...unreadable];
  return [
    ...files,
    ...unreadable,
    ...checkRowBalance(manifest),
    ...checkTotals(manifest, entitlements),
    ...checkUnits(entitlements),
    ...(await checkBatches(folder, manifest, entitlements, payments)),
    ...(await checkGoingOut(folder, manifest, entitlements, payments)),
    ...manifest.laws
      .filter((law) => !law.holds || law.left !== law.right)
      .map((law) => ({ what: `清单.json 第${law.law}条 ${law.what}`, expected: law.left, found: law.right })),
  ];
}

async function checkHashes(folder: string, manifest: Manifest): Promise<readonly Finding[]> {
  const onDisk = new Map(await hashes(folder));
  const findings: Finding[] = [];
  for (const { path, sha256 } of manifest.files) {
    const found = onDisk.get(path);
    onDisk.delete(path);
    if (found === undefined) findings.push({ what: path, expected: "有这个文件", found: "没有" });
    else if (found !== sha256) findings.push({ what: `${path} 的校验值`, expected: sha256, found });
  }
  onDisk.delete("清单.json");
  for (const path of onDisk.keys()) findings.push({ what: path, expected: "清单里有的文件", found: "清单里没有" });
  return findings;
}

function unreadableTable(path: string): Finding {
  return { what: path, expected: "表和列齐全", found: "读不出，或缺少列" };
}
