/** `relief compute`: reads the lists, computes, writes everything or nothing, and says what came out. */
import { resolve } from "node:path";
import { compute } from "../compute.ts";
import { type Campaign, NO_CAMPAIGN } from "../model/campaign.ts";
import type { InputFile } from "../model/list.ts";
import type { Outcome } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem, severityOf } from "../problem/problem.ts";
import { findInputs } from "../read/find.ts";
import { read } from "../read/read.ts";
import { DISK } from "../write/disk.ts";
import { writeOutcome } from "../write/write.ts";
import { DEFAULT_EDITION, type Edition, loadEdition } from "./edition.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "./io.ts";
import { problemBlock } from "./problem-text.ts";
import { Progress } from "./progress.ts";
import { readSettling } from "./settling.ts";
import { summaryJson, summaryText } from "./summary.ts";
import { reliefVersion } from "./version.ts";

/** What the command line says. */
export interface ComputeOptions {
  readonly rules: string | undefined;
  readonly output: string;
  /** --without 重残无业,特困供养 */
  readonly without: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
}

/** Runs the command; the exit code is the contract's: 0 done, 1 only with --strict, 2 refused and nothing written. */
export async function computeCommand(paths: readonly string[], options: ComputeOptions, io: Io): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
    io.err(`${say(options.lang, "没有写出任何结果。", "nothing was written.")}\n`);
    return REFUSED;
  };
  const edition = loadEdition(options.rules ?? DEFAULT_EDITION, io.cwd);
  if (!edition.ok) return refuse(edition.problems);
  const campaign = campaignOf(edition.value.rules, options.without, io.cwd);
  if (campaign.refused.length > 0) return refuse(campaign.refused);
  const found = findInputs(paths, io.cwd);
  const stopping = found.problems.filter((p) => severityOf(p) === "error");
  if (stopping.length > 0) return refuse(stopping);
  const outcome = run(
    found.files.length,
    read(found.files),
    edition.value,
    campaign.value,
    [...found.problems, ...campaign.problems],
    options,
    io,
  );
  if (outcome.refused.length > 0) return refuse(outcome.refused);
  const broken = brokenLaws(outcome);
  if (broken.length > 0) return refuse(broken);
  const release = { version: reliefVersion(), rulesSha256: edition.value.sha256 };
  const target = { folder: resolve(io.cwd, options.output), shown: options.output, disk: DISK };
  const written = await writeOutcome(outcome, target, release);
  if (!written.ok) return refuse(written.problems);
  for (const p of written.value.problems) io.err(`${problemBlock(p, options.lang)}\n`);
  if (options.json) io.out(`${summaryJson(outcome, options.output)}\n`);
  else if (!options.quiet) io.out(summaryText(outcome, options.output, options.lang, io));
  const open = outcome.problems.some((p) => severityOf(p) !== "notice");
  return options.strict && open ? NO : DONE;
}

/** C104 for each law that does not hold. */
export function brokenLaws({ laws }: Outcome): readonly Problem[] {
  return laws
    .filter((law) => !law.holds)
    .map(({ law, what, left, right }) => problem("C104", fileOnly(""), { law: String(law), what, left, right }));
}

/** Reads the files and computes, with progress on a terminal. */
export function run(
  count: number,
  files: Iterable<InputFile>,
  { rules, words }: Edition,
  campaign: Campaign,
  before: readonly Problem[],
  options: { readonly quiet: boolean; readonly lang: Language },
  io: Io,
): Outcome {
  const progress = new Progress(io, options.quiet, options.lang, count);
  const outcome = compute(progress.watch(files), rules, words, campaign, before);
  progress.end();
  return outcome;
}

/** The campaign of a run: what --without and 核实结论.xlsx say. */
export function campaignOf(
  rules: Rules,
  without: string | undefined,
  cwd: string,
): { value: Campaign; problems: readonly Problem[]; refused: readonly Problem[] } {
  const names = (without ?? "").split(/[,，、;；\s]+/).filter((name) => name !== "");
  const declaredNone = new Set<string>();
  const refused: Problem[] = [];
  for (const name of names) {
    const id = rules.categories.has(name)
      ? name
      : [...rules.categories.values()].find((c) => c.written.includes(name))?.id;
    if (id === undefined)
      refused.push(
        problem("C103", fileOnly(""), { name, near: nearest(name, [...rules.categories.keys()]).join("、") }),
      );
    else declaredNone.add(id);
  }
  const settling = readSettling(cwd);
  if (settling.refused) refused.push(...settling.problems);
  return {
    value: { ...NO_CAMPAIGN, district: rules.district, declaredNone, decisions: settling.decisions },
    problems: settling.problems,
    refused,
  };
}
