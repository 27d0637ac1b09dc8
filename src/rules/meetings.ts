/** Can the overlaps be meant as they stand? Units that fit, money that is money, nothing said two ways. */
import type { Problem } from "../problem/problem.ts";
import type { Draft } from "./draft.ts";
import { inKindOf } from "./facets.ts";
import { wrong } from "./references.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** What of the overlaps cannot be meant. */
export function meetings(draft: Draft, yaml: YamlText): readonly Problem[] {
  const programmes = new Map(draft.programmes.map(({ id, value }) => [id, value]));
  const problems: Problem[] = [];
  const shut = new Map<string, Path>();
  for (const { path, value } of draft.overlaps) {
    const members =
      "at-most-one" in value
        ? value["at-most-one"]
        : "over" in value
          ? value.over
          : "shuts-out" in value
            ? [value.granted, ...value["shuts-out"]]
            : value["may-stack"];
    if (
      !("may-stack" in value) &&
      value.per === "person" &&
      members.some((id) => programmes.get(id)?.unit === "household")
    )
      problems.push(
        wrong(yaml, [...path, "per"], "value", "有按户发放的项目，应当写 household", "one of them is for households"),
      );
    for (const [i, id] of members.entries()) {
      const amount = programmes.get(id)?.amount;
      if ("over" in value && amount !== undefined && inKindOf(amount) !== null)
        problems.push(wrong(yaml, [...path, "over", i], "value", "不发钱的项目没有金额可以封顶", "it gives no money"));
    }
    if ("at-most-one" in value || "shuts-out" in value) for (const pair of pairs(members)) shut.set(pair, path);
  }
  for (const { path, value } of draft.overlaps) {
    if (!("may-stack" in value)) continue;
    if (pairs(value["may-stack"]).some((pair) => shut.has(pair)))
      problems.push(
        wrong(
          yaml,
          [...path, "may-stack"],
          "value",
          "另一条规定其中两个不能同时享受",
          "another overlap shuts two of them out",
        ),
      );
  }
  const stacking = new Set(
    draft.overlaps.flatMap(({ value }) => ("may-stack" in value ? pairs(value["may-stack"]) : [])),
  );
  for (const { id, path } of draft.ask) {
    const [pair = ""] = pairs(id.split("+").map((part) => part.trim()));
    if (stacking.has(pair) || shut.has(pair))
      problems.push(
        wrong(yaml, path, "key", "overlaps 里已有规定，不用再问", "overlaps says it already; nothing is open"),
      );
  }
  return problems;
}

/** Every two of them, in either order. */
function pairs(ids: readonly string[]): readonly string[] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b].sort().join("+")));
}
