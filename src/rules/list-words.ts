/** Reads `rules/lists.yaml`: how lists are written. Its shape is checked here, so that a slip in it is named. */
import { parse } from "yaml";
import { z } from "zod";
import { FIELDS, GROUPS, type ListWords } from "../model/list-words.ts";
import { fileOnly } from "../model/place.ts";
import { problem, type Result } from "../problem/problem.ts";

const words = z.array(z.string().min(1)).min(1);

const shape = z.strictObject({
  headers: z.strictObject(
    Object.fromEntries(FIELDS.map((field) => [field, words])) as Record<(typeof FIELDS)[number], typeof words>,
  ),
  "known-unused": words,
  groups: z.strictObject(
    Object.fromEntries(GROUPS.map((kind) => [kind, words])) as Record<(typeof GROUPS)[number], typeof words>,
  ),
  "group-endings": words,
  relations: words,
  "relation-choices": words,
  "only-one": words,
  surnames: z.string().min(1),
  yes: words,
  no: words,
  serials: words,
  "head-words": words,
  totals: words,
  notes: words,
  "heading-endings": words,
  everybody: words,
  "other-documents": words,
  "not-streets": words,
  "check-list-notes": z.record(z.string(), words),
  banks: z.record(z.string(), words),
});

/** Parses the text of `lists.yaml`. All or nothing: a slip is a problem U001 or U003 with its path. */
export function parseListWords(text: string, file: string): Result<ListWords> {
  let data: unknown;
  try {
    data = parse(text, { schema: "failsafe" });
  } catch (error) {
    return { ok: false, problems: [problem("U001", fileOnly(file), { why: (error as Error).message })] };
  }
  const checked = shape.safeParse(data);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) =>
      problem("U003", fileOnly(file), {
        path: issue.path.join(" › ") || "（整个文件）",
        why: "缺少、多余，或不是词语的列表",
        whyEn: "missing, unknown, or no list of words",
      }),
    );
    return { ok: false, problems };
  }
  const d = checked.data;
  return {
    ok: true,
    value: {
      headers: d.headers,
      knownUnused: d["known-unused"],
      groups: d.groups,
      groupEndings: d["group-endings"],
      relations: d.relations,
      relationChoices: d["relation-choices"],
      onlyOne: d["only-one"],
      surnames: new Set(d.surnames),
      yes: d.yes,
      no: d.no,
      serials: d.serials,
      headWords: d["head-words"],
      totals: d.totals,
      notes: d.notes,
      headingEndings: d["heading-endings"],
      everybody: d.everybody,
      otherDocuments: d["other-documents"],
      notStreets: d["not-streets"],
      checkListNotes: new Map(Object.entries(d["check-list-notes"])),
      banks: new Map(Object.entries(d.banks)),
    },
  };
}
