import { readFileSync } from "node:fs";
import { it } from "vitest";
import { parseRules } from "../../src/rules/parse.ts";
import { messageOf } from "../../src/problem/problem.ts";
it("x", () => {
  const text = readFileSync("rules/2023.yaml","utf8");
  const show = (t: string) => { const r = parseRules(t, "2023.yaml"); console.log(r.ok ? [r.value.programmes.length, r.value.categories.size] : r.problems.map(p=>`${p.code} ${p.place.row}:${p.place.column} ${messageOf(p).zh} | ${messageOf(p).en}`)); };
  show(text);
  show(text.replace("{ first: 700, further: 100 }","{ first: 700, futher: 100 }").replace("flat: 460","falt: 460").replace("{ flat: 180 }","{ flat: 18x0 }").replace("agency: 教育\n    fund","agencey: 教育\n    fund").replace("order","x").replace("[leaders-visit, street-visit,","[leaders-visit, street-vist,").replace("issued: 2022-12-19","issued: 2022-02-30").replace("purpose: 御寒补助","purpose: 御寒补助补助补").replace("unit: person","unit: persons").replace("{ listed: no-bound }","{ listed: none }").replace("{ from: 500, to: 2000 }","{ from: 500, to: 200, x: 1 }"));
  show("a: 1\n\tb: 2"); show(""); show("[]"); show("x"); show("edition: 2023\nedition: 2024"); show("[".repeat(50000)); show("- ".repeat(50000));
  show(text.replace("all-but-granted: [special-festival]","all-but-granted: [special-festival, general-festival]").replace("  special-festival:","  __proto__:\n    a: 1\n  special-festival:").replace("- 重残无业人员\n","- 重残无业人员\n      - 低保\n"));
});
