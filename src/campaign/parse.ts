/** The text of relief.yaml → what it says. All or nothing, every slip at its line and column; never an exception. */
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { checkPart, inFileOrder } from "../rules/yaml-check.ts";
import { readYaml, type YamlText } from "../rules/yaml-text.ts";
import { campaignSchema, type Written } from "./schema.ts";

/** A campaign file before it is known whether the names in it are those of the rules. */
export interface CampaignFile {
  readonly written: Written;
  /** Where each part of it stands. */
  readonly at: YamlText["at"];
}

/** Parses relief.yaml. A file of comments alone says nothing, and so does a key at the margin with nothing behind it. */
export function parseCampaign(text: string, fileName: string): Result<CampaignFile> {
  const yaml = readYaml(text, fileName);
  const problems: Problem[] = [...yaml.problems];
  const written = problems.length > 0 ? null : checkPart(campaignSchema, filledIn(yaml.data), [], yaml, problems);
  if (written !== null) problems.push(...listsSaidTwice(written, yaml));
  if (written === null || problems.length > 0) return { ok: false, problems: inFileOrder(problems) };
  return { ok: true, value: { written, at: yaml.at } };
}

/** The file is a form: what was left blank was not said. */
function filledIn(data: unknown): unknown {
  if (data === undefined || data === "") return {};
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== ""));
}

/** Two entries about one sheet, or two check lists of one name: which one holds, nobody could tell. */
function listsSaidTwice(written: Written, yaml: YamlText): readonly Problem[] {
  const twice = (key: string, names: readonly string[]) =>
    names.flatMap((name, i) => {
      if (names.indexOf(name) === i) return [];
      const why = { why: "前面已经写过一条", whyEn: "stands here a second time" };
      return [problem("U003", yaml.at([key, i]), { path: `${key} › ${i + 1}`, ...why })];
    });
  return [
    ...twice(
      "名单",
      (written.名单 ?? []).map((list) => `${list.文件}\u0000${list.工作表 ?? ""}`),
    ),
    ...twice(
      "比对名单",
      (written.比对名单 ?? []).map((list) => list.名称),
    ),
  ];
}
