/** An edition on lists, as `compute` would decide them with the campaign file that is there; nothing is written. */
import { compute } from "../../compute.ts";
import type { Outcome } from "../../model/outcome.ts";
import { type Result, severityOf } from "../../problem/problem.ts";
import { read } from "../../read/read.ts";
import { findLists, tryEdition } from "../campaign.ts";
import type { Edition } from "../edition.ts";

/** What the command line says of the campaign, beside the edition. */
export interface OnListsOptions {
  readonly campaign: string | undefined;
  readonly without: string | undefined;
}

/** The outcome; or what `compute` would refuse. */
export function computedOn(
  edition: Edition,
  lists: readonly string[],
  options: OnListsOptions,
  cwd: string,
): Result<Outcome> {
  const told = tryEdition(edition, options, cwd);
  if (!told.ok) return told;
  const found = findLists(lists, told.value, cwd);
  const stopping = found.problems.filter((p) => severityOf(p) === "error");
  if (stopping.length > 0) return { ok: false, problems: stopping };
  const { rules, words } = edition;
  const outcome = compute(read(found.files), rules, words, found.campaign, []);
  return outcome.refused.length > 0 ? { ok: false, problems: outcome.refused } : { ok: true, value: outcome };
}
