/**
 * How a schema says what is wrong. zod carries one text an issue, and its own texts never reach a person: ours hold
 * both languages, or the unknown keys with those that are known there; `yaml-check.ts` takes them apart again.
 */
import { z } from "zod";

const LANGUAGES = "\u0000";
const KEYS = "\u0001";

/** What one issue says. */
export type Wording =
  | { readonly kind: "unknown-keys"; readonly keys: readonly string[]; readonly known: readonly string[] }
  | { readonly kind: "wrong"; readonly zh: string; readonly en: string };

/** A sentence in both languages as one text. */
export function say(zh: string, en: string): string {
  return `${zh}${LANGUAGES}${en}`;
}

/** Keys that nobody knows here, and those that are known, as one text. */
export function sayUnknown(keys: readonly string[], known: readonly string[]): string {
  return `${KEYS}${keys.join(LANGUAGES)}${KEYS}${known.join(LANGUAGES)}`;
}

/** Takes a text of `say` or `sayUnknown` apart. */
export function wordingOf(text: string): Wording {
  if (text.startsWith(KEYS)) {
    const [, keys = "", known = ""] = text.split(KEYS);
    return { kind: "unknown-keys", keys: keys.split(LANGUAGES), known: known.split(LANGUAGES).filter((k) => k !== "") };
  }
  const [zh = "写法不对", en = "is not as it should be"] = text.split(LANGUAGES);
  return { kind: "wrong", zh, en };
}

/** zod's own issues in our words; handed to every `safeParse`. */
export const inOurWords: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "unrecognized_keys":
      return sayUnknown(issue.keys, issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : []);
    case "invalid_type":
      if (issue.input === undefined) return say(`缺少“${String(issue.path?.at(-1) ?? "")}”`, "is missing");
      return say(
        `应当是${(EXPECTED[issue.expected] ?? ANYTHING).zh}`,
        `should be ${(EXPECTED[issue.expected] ?? ANYTHING).en}`,
      );
    case "invalid_value":
      if (issue.input === undefined) return say(`缺少“${String(issue.path?.at(-1) ?? "")}”`, "is missing");
      return say(
        `应当是 ${issue.values.join("、")} 之一，写的是“${text(issue.input)}”`,
        `should be one of ${issue.values.join(", ")}, not ${text(issue.input)}`,
      );
    case "too_small":
      return issue.origin === "array"
        ? say(`至少要有 ${issue.minimum} 个`, `needs at least ${issue.minimum}`)
        : say("没有内容", "is empty");
    default:
      return say("写法不对", "is not as it should be");
  }
};

const ANYTHING = { zh: "别的写法", en: "something else" };
const EXPECTED: Readonly<Record<string, { zh: string; en: string }>> = {
  string: { zh: "一个词或一句话", en: "a text" },
  array: { zh: "一个列表，如 [甲, 乙]", en: "a list, such as [a, b]" },
  object: { zh: "几个“键: 值”", en: "keys with values" },
  record: { zh: "几个“名称: 内容”", en: "names with contents" },
};

function text(input: unknown): string {
  return typeof input === "string" ? input : Array.isArray(input) ? "列表" : "键: 值";
}

/** Issues of a part that was checked by itself, to be added to those of the whole; `above` leads to the part. */
function handUp(issues: readonly z.core.$ZodIssue[], above: readonly string[], input: unknown) {
  return issues.map(({ message, path }) => ({ code: "custom" as const, message, path: [...above, ...path], input }));
}

/**
 * Checks a part by a schema that was chosen by hand, where a union would answer for all its forms at once and point at
 * none. What does not hold is noted in `ctx`, and null comes back.
 */
export function checkedBy<T>(
  schema: z.ZodType<T>,
  written: unknown,
  ctx: z.core.ParsePayload,
  above: readonly string[] = [],
): T | null {
  const checked = schema.safeParse(written, { error: inOurWords });
  if (checked.success) return checked.data;
  ctx.issues.push(...handUp(checked.error.issues, above, written));
  return null;
}
