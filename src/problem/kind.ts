/** The shape of one kind of problem in the catalogue. */
import type { Verdict } from "../model/campaign.ts";
import type { Bilingual, Severity } from "./problem.ts";

/** One kind of problem: `P` is what its sentences need. */
export interface Kind<P> {
  /** A short name in Chinese, as 待核实 and the report show it. */
  readonly title: string;
  readonly severity: Severity;
  /** What is wrong, with the value as it stood and what was expected. */
  readonly message: (params: P) => Bilingual;
  /** What to do next, in the imperative. */
  readonly hint: (params: P) => Bilingual;
  /** 结论 that settle it in 核实结论.xlsx; none: it is settled in the lists or the campaign file. */
  readonly verdicts: readonly Verdict[];
}

/** Declares a kind. A warning can be waved through or its row dropped, unless said otherwise. */
export function kind<P = Record<never, never>>(
  severity: Severity,
  title: string,
  message: (params: P) => readonly [zh: string, en: string],
  hint: (params: P) => readonly [zh: string, en: string],
  verdicts: readonly Verdict[] = [],
): Kind<P> {
  return { title, severity, message: (p) => bilingual(message(p)), hint: (p) => bilingual(hint(p)), verdicts };
}

function bilingual([zh, en]: readonly [string, string]): Bilingual {
  return { zh, en };
}
