/** Words in which the tests of the campaign file speak: a file's lines, and what came of them. */
import { parseCampaign } from "../../src/campaign/parse.ts";
import { resolveCampaign, type Said } from "../../src/campaign/resolve.ts";
import { messageOf, type Problem } from "../../src/problem/problem.ts";
import { RULES, WORDS } from "../say.ts";

/** What a file says, in keys of the rules. */
export function said(...lines: readonly string[]): Said {
  const parsed = parseCampaign(lines.join("\n"), "relief.yaml");
  const resolved = parsed.ok ? resolveCampaign(parsed.value, RULES, WORDS) : parsed;
  if (!resolved.ok) throw new Error(resolved.problems.map(inWords).join("\n"));
  return resolved.value;
}

/** What is wrong with a file: "U002 2:3 …". */
export function wrong(...lines: readonly string[]): readonly string[] {
  const parsed = parseCampaign(lines.join("\n"), "relief.yaml");
  const resolved = parsed.ok ? resolveCampaign(parsed.value, RULES, WORDS) : parsed;
  return resolved.ok ? [] : resolved.problems.map(inWords);
}

function inWords(p: Problem): string {
  return `${p.code} ${p.place.row}:${p.place.column} ${messageOf(p).zh}`;
}
