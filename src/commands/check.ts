/** `relief check`: everything but the money: what is wrong with the lists, and copies of them that can be sent back. */
import { resolve } from "node:path";
import type { InputFile } from "../model/list.ts";
import type { Rules } from "../model/rules.ts";
import { type Problem, type Result, severityOf } from "../problem/problem.ts";
import { compareProblems, type Known } from "../problem/since.ts";
import { read, readInput } from "../read/read.ts";
import { DISK } from "../write/disk.ts";
import { knownProblems } from "../write/problem-ids.ts";
import { writeCheck } from "../write/write.ts";
import { type FoundLists, findLists, readCampaign } from "./campaign.ts";
import { checkJson } from "./check-json.ts";
import { checkText } from "./check-text.ts";
import type { CheckOptions } from "./checked.ts";
import { brokenLaws, run } from "./compute.ts";
import { DONE, type Io, NO, REFUSED, say } from "./io.ts";
import { readKnown } from "./known.ts";
import { openOutput } from "./open-output.ts";
import { problemBlock } from "./problem-text.ts";
import { reliefVersion } from "./version.ts";

/** Runs the command; the exit code is the contract's: 0 nothing must be settled, 1 an 错误 was found, 2 refused. */
export async function checkCommand(paths: readonly string[], options: CheckOptions, io: Io): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
    io.err(`${say(options.lang, "没有写出任何结果。", "nothing was written.")}\n`);
    return REFUSED;
  };
  const told = readCampaign(options, io.cwd);
  if (!told.ok) return refuse(told.problems);
  const { edition } = told.value;
  // Read before this run may take its place.
  const since = await earlier(options, edition.rules, io);
  if (since !== null && !since.ok) return refuse(since.problems);
  const found = findLists(paths, told.value, io.cwd);
  const wrongUse = found.problems.filter((p) => severityOf(p) === "error");
  if (wrongUse.length > 0) return refuse(wrongUse);
  const before = [...found.problems, ...told.value.problems];
  const count = found.files.length;
  const outcome = run(count, read(found.files), edition, found.campaign, before, options, io);
  const broken = brokenLaws(outcome);
  if (broken.length > 0) return refuse(broken);
  const compared = since === null ? null : compareProblems(since.value, knownProblems(outcome));
  const written = await writeCheck(
    outcome,
    { readAgain: (name) => readAgain(found, name), since: compared },
    { folder: resolve(io.cwd, options.output), shown: options.output, disk: DISK },
    { version: reliefVersion(), rulesSha256: edition.sha256 },
  );
  if (!written.ok) return refuse(written.problems);
  for (const p of written.value.problems) io.err(`${problemBlock(p, options.lang)}\n`);
  const shown = { outcome, since: compared, paths, options };
  if (options.json) io.out(`${checkJson(shown)}\n`);
  else if (!options.quiet) io.out(checkText(shown, io));
  return outcome.problems.some((p) => severityOf(p) === "error") ? NO : DONE;
}

async function earlier({ since, lang }: CheckOptions, rules: Rules, io: Io): Promise<Result<readonly Known[]> | null> {
  return since === undefined ? null : readKnown(await openOutput(since, lang, io), since, rules);
}

function readAgain({ files }: FoundLists, name: string): InputFile {
  const file = files.find((one) => one.name === name);
  if (file === undefined) throw new Error(`invariant: ${name} is among the files of the run`);
  return readInput(file);
}
