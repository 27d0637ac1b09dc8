/** Where one key names the kind: `flat: 460`. An unknown kind is told with its near names, in the words of its table. */
import { z } from "zod";
import type { Grammar } from "./language.ts";
import { checkedBy, say, sayUnknown } from "./wording.ts";

/** What every kind of every table can do. */
export interface Kind {
  schema(grammar: Grammar): z.ZodType;
}

/** A kind, and what stands under its key. */
export interface Kinded {
  readonly kind: string;
  readonly said: unknown;
}

/** What a table holds, for messages. */
export interface TableName {
  readonly zh: string;
  readonly en: string;
}

/** Keys and what stands under them, of any kind: what a mechanism is read from. */
export const keyed = z.record(z.string(), z.unknown());

/** Reads the one key of a mechanism; what does not hold is noted in `ctx`. */
export function readKind(
  written: Readonly<Record<string, unknown>>,
  kinds: Readonly<Record<string, Kind>>,
  what: TableName,
  grammar: Grammar,
  ctx: z.core.ParsePayload,
  others: readonly string[] = [],
): Kinded | null {
  const known = Object.keys(kinds);
  const [kind, ...more] = Object.keys(written);
  const refuse = (message: string, path: PropertyKey[] = []) => {
    ctx.issues.push({ code: "custom", input: written, path, message });
    return null;
  };
  if (kind === undefined) return refuse(say(`没有写${what.zh}：${known.join("、")}`, `names no ${what.en}`));
  const unknown = [kind, ...more].filter((key) => !Object.hasOwn(kinds, key));
  if (unknown.length > 0) return refuse(sayUnknown(unknown, [...known, ...others]));
  if (more.length > 0) return refuse(say(`只能写一种${what.zh}`, `names more than one ${what.en}`), more.slice(0, 1));
  const schema = kinds[kind]?.schema(grammar);
  if (schema === undefined) return null;
  const before = ctx.issues.length;
  const said = checkedBy(schema, written[kind], ctx, [kind]);
  return ctx.issues.length > before ? null : { kind, said };
}
