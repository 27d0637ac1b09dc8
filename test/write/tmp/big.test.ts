import { it } from "vitest";
import { writeOutcome } from "../../../src/write/write.ts";
import { entitlementsCsv, paymentsCsv, problemsCsv } from "../../../src/write/details.ts";
import { reportWorkbook } from "../../../src/write/report/report.ts";
import { problemWorkbook } from "../../../src/write/problem-workbook.ts";
import { settlingWorkbook } from "../../../src/write/settling-workbook.ts";
import { signatureWorkbook } from "../../../src/write/signature-sheets.ts";
import { planOutput } from "../../../src/write/plan.ts";
import { placeOf } from "../../../src/model/entry.ts";
import { problem } from "../../../src/problem/problem.ts";
import { disburse, entitlement, entry, household, list, person, PROGRAMMES, RELEASE, season, yuan } from "../outcome.ts";
const N = Number(process.env.N ?? 100000);
it("big", async () => {
  const low = list("民政低保.xlsx", "低保", "民政");
  const es = [], payees = new Map(), problems = [], entries = [];
  const bank = [];
  for (let i = 0; i < N; i++) {
    const e = entry(low, `张某${i % 977}`, `3101981950${String(i).padStart(8, "0")}`, { committee: `番禺第${i % 37}居委`, address: `番禺路${i}弄${i % 60}号${i % 600}室`, householdNumber: "DB" + i });
    entries.push(e);
    const p = person(e); household("DB" + i, p);
    const k = i % 20;
    if (k === 0) es.push(entitlement(PROGRAMMES.visit, p, "granted", yuan(500)));
    else if (k === 1) { const pr = problem("P101", placeOf(e, "idNumber"), { name: e.name, others: "" }, { content: e.name, subject: { idNumber: e.idNumber, name: e.name, otherIdNumber: "", value: "" } }); problems.push(pr); es.push(entitlement(PROGRAMMES.special, p, "held", yuan(1000), { problems: [pr] })); }
    else { const g = entitlement(k % 2 ? PROGRAMMES.general : PROGRAMMES.special, p, "granted", yuan(1000), { arithmetic: "700.00 + 2 × 100.00 = 900.00", basis: ["类别=低保", "人数=3（名单列出）"] }); bank.push(g); es.push(g); payees.set(g, { name: e.name, idNumber: e.idNumber, account: "622202" + String(i).padStart(13, "0"), bank: "工商银行", institution: false });
      if (k > 15) { const g2 = entitlement(PROGRAMMES.disabled, p, "granted", yuan(300)); es.push(g2); bank.push(g2); payees.set(g2, payees.get(g)); } }
  }
  const base = season();
  const o = { ...base, lists: [low], entries, problems, disbursement: disburse(es, payees, [["B001", "工商银行", bank.filter((b) => b.programme !== PROGRAMMES.disabled)], ["B002", "工商银行", bank.filter((b) => b.programme === PROGRAMMES.disabled)]]) };
  const out: string[] = [];
  const t = async (name: string, f: () => unknown) => { const s = performance.now(), c = process.cpuUsage(); const r = await f(); const d = process.cpuUsage(c); out.push(`${name} ${Math.round(performance.now() - s)} ms cpu ${Math.round((d.user + d.system) / 1000)} ${(r as Buffer)?.length ?? ""} rss ${Math.round(process.memoryUsage().rss / 1e6)}`); };
  if (process.env.PARTS) {
  await t("ent", () => entitlementsCsv(o.disbursement));
  await t("ent again", () => entitlementsCsv(o.disbursement));
  await t("pay", () => paymentsCsv(o.disbursement));
  await t("prob", () => problemsCsv(o));
  const plan = planOutput(o);
  await t("report", () => reportWorkbook(o, plan));
  await t("report", () => reportWorkbook(o, plan));
  await t("problems", () => problemWorkbook(o));
  await t("settling", () => settlingWorkbook(o));
  for (const s of o.disbursement.sheets) await t("sign " + s.grants.length, () => signatureWorkbook(s, o.rules));
  }
  await t("all", () => writeOutcome(o, "/tmp/m/big" + N, RELEASE));
  process.stderr.write(out.join("\n") + "\n" + N + " people " + es.length + "\n");
});
