// One mutant through everything that touches a list: read, computed, and where asked, written and marked. What it throws
// is a bug, whatever the mutant is.
import { loadEdition } from "../../dist/commands/edition.js";
import { compute } from "../../dist/compute.js";
import { NO_CAMPAIGN } from "../../dist/model/campaign.js";
import { hintOf, messageOf } from "../../dist/problem/problem.js";
import { readBytes } from "../../dist/read/read.js";
import { planCheck } from "../../dist/write/check-plan.js";
import { planOutput } from "../../dist/write/plan.js";

const loaded = loadEdition("2023", process.cwd());
if (!loaded.ok) throw new Error("the edition holds");
const { rules, words } = loaded.value;
const campaign = { ...NO_CAMPAIGN, district: rules.district };

/** @typedef {{ is: "entries" | "refused" | "passed-over", why: string }} Worked */

/**
 * @param {{ name: string, bytes: Uint8Array, written: boolean }} job `written`: all files are made too
 * @returns {Promise<Worked>}
 */
export async function work({ name, bytes, written }) {
  const input = readBytes(Buffer.from(bytes), { name, path: name, named: true, settled: null });
  if (input.state !== "read") return { is: input.state, why: told(input.problems) };
  const outcome = compute([input], rules, words, campaign, []);
  const why = told(outcome.problems);
  for (const law of outcome.laws) {
    if (!law.holds) throw new Error(`law ${law.law} is broken: ${law.what}: ${law.left} and ${law.right}`);
  }
  if (outcome.refused.length > 0) return { is: "refused", why: told(outcome.refused) };
  if (written) {
    const files = [
      ...planOutput(outcome).files,
      ...planCheck(outcome, { readAgain: () => input, since: null }).filter(({ path }) => path.includes("/")),
    ];
    for (const { make, check } of files) {
      const made = Buffer.concat([...(await make())]);
      check?.(made);
    }
  }
  return { is: "entries", why };
}

/**
 * The codes of problems, each of which can say what it means.
 * @param {readonly import("../../src/problem/problem.ts").Problem[]} problems
 */
function told(problems) {
  for (const p of problems) {
    for (const { zh, en } of [messageOf(p), hintOf(p)]) {
      if (zh === "" || en === "" || /undefined|\[object/.test(zh + en)) throw new Error(`${p.code} says: ${zh} ${en}`);
    }
  }
  return [...new Set(problems.map((p) => p.code))].sort().join(" ");
}
