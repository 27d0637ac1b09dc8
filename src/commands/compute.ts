/** `relief compute`: reads the lists, computes, writes everything or nothing, and says what came out. */
import { resolve } from "node:path";
import { compute } from "../compute.ts";
import type { Campaign } from "../model/campaign.ts";
import type { InputFile } from "../model/list.ts";
import type { Outcome } from "../model/outcome.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem, severityOf } from "../problem/problem.ts";
import { read } from "../read/read.ts";
import { DISK } from "../write/disk.ts";
import { writeOutcome } from "../write/write.ts";
import { type CampaignOptions, findLists, readCampaign } from "./campaign.ts";
import type { Edition } from "./edition.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "./io.ts";
import { problemBlock } from "./problem-text.ts";
import { Progress } from "./progress.ts";
import { summaryJson, summaryText } from "./summary.ts";
import { reliefVersion } from "./version.ts";

/** What the command line says. */
export interface ComputeOptions extends CampaignOptions {
  /** -o; without it where the campaign file says, else `out`. */
  readonly output: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
}

const DEFAULT_OUTPUT = "out";

/** Runs the command; the exit code is the contract's: 0 done, 1 only with --strict, 2 refused and nothing written. */
export async function computeCommand(paths: readonly string[], options: ComputeOptions, io: Io): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
    io.err(`${say(options.lang, "没有写出任何结果。", "nothing was written.")}\n`);
    return REFUSED;
  };
  const told = readCampaign(options, io.cwd);
  if (!told.ok) return refuse(told.problems);
  const { edition } = told.value;
  if (edition.file.unconfirmed.length > 0) return refuse(edition.file.unconfirmed);
  const found = findLists(paths, told.value, io.cwd);
  const stopping = found.problems.filter((p) => severityOf(p) === "error");
  if (stopping.length > 0) return refuse(stopping);
  const outcome = run(
    found.files.length,
    read(found.files),
    edition,
    found.campaign,
    [...found.problems, ...told.value.problems],
    options,
    io,
  );
  if (outcome.refused.length > 0) return refuse(outcome.refused);
  const broken = brokenLaws(outcome);
  if (broken.length > 0) return refuse(broken);
  const release = { version: reliefVersion(), rulesSha256: edition.sha256 };
  const output = options.output ?? told.value.output ?? DEFAULT_OUTPUT;
  const target = { folder: resolve(io.cwd, output), shown: output, disk: DISK };
  const written = await writeOutcome(outcome, target, release);
  if (!written.ok) return refuse(written.problems);
  for (const p of written.value.problems) io.err(`${problemBlock(p, options.lang)}\n`);
  if (options.json) io.out(`${summaryJson(outcome, output)}\n`);
  else if (!options.quiet) io.out(summaryText(outcome, output, options.lang, io));
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
