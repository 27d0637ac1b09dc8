import { readFileSync } from "node:fs";
import { it } from "vitest";
import { readRulesFile } from "../../src/rules/parse.ts";
import { checkRules } from "../../src/rules/check.ts";
import { parseExamples } from "../../src/rules/examples-schema.ts";
import { messageOf } from "../../src/problem/problem.ts";
it("x", () => {
  const text = readFileSync("rules/2023.yaml","utf8");
  const doc = readFileSync("rules/2023.txt","utf8");
  const r = readRulesFile(text, "2023.yaml"); if (!r.ok) throw new Error("");
  const e = parseExamples(readFileSync("rules/2023.examples.yaml","utf8"), "ex.yaml", r.value.rules);
  if (!e.ok) { console.log(e.problems.map(p=>`${p.code} ${p.place.row}:${p.place.column} ${messageOf(p).zh}`)); return; }
  console.log(e.value.length, JSON.stringify(e.value[3]));
  const show = (ps) => console.log(ps.map(p=>`${p.code} ${p.place.file} ${p.place.row}:${p.place.column} ${messageOf(p).zh}`));
  show(checkRules(r.value, {name: "2023.txt", text: doc}, e.value));
  show(checkRules(r.value, {name: "2023.txt", text: doc + "\n另给每人\n88 元。"}, []).slice(20));
});
