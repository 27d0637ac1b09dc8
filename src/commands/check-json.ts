/** What `check` found, for programs. Numbers are masked here too: standard output ends up on screens and in logs. */
import { toYuan } from "../money.ts";
import { KINDS } from "../problem/catalogue.ts";
import { hintOf, messageOf, type Severity, severityOf } from "../problem/problem.ts";
import { returnedCopies } from "../write/check-plan.ts";
import { waitingFor } from "../write/waiting.ts";
import type { Checked } from "./checked.ts";
import { masked } from "./problem-text.ts";

/** One JSON object; whole numbers stand in 数据/问题清单.csv at the same places. */
export function checkJson({ outcome, since, options }: Checked): string {
  const waiting = waitingFor(outcome.disbursement.entitlements);
  const count = (severity: Severity) => outcome.problems.filter((p) => severityOf(p) === severity).length;
  return JSON.stringify({
    output: options.output,
    edition: outcome.rules.edition,
    counts: { errors: count("error"), warnings: count("warning"), notices: count("notice") },
    since: since && { solved: since.solved.length, new: since.fresh.length, left: since.left.length },
    problems: outcome.problems.map((p) => ({
      id: p.id,
      code: p.code,
      severity: severityOf(p),
      title: KINDS[p.code].title,
      ...p.place,
      also: p.also,
      content: masked(p.content),
      message: masked(messageOf(p)[options.lang]),
      hint: masked(hintOf(p)[options.lang]),
      waits: toYuan(waiting(p)),
    })),
    lists: outcome.lists,
    copies: returnedCopies(outcome),
  });
}
