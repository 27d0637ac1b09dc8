/**
 * The table of all kinds of amounts: schema, calculation and arithmetic go through it. A new kind is one file here, one
 * line in the table, and its type in model/rules.ts.
 */
import { z } from "zod";
import type { Amount } from "../../model/rules.ts";
import { handUp, inOurWords, say, sayUnknown } from "../wording.ts";
import { flat } from "./flat.ts";
import { goods } from "./goods.ts";
import { highestOf } from "./highest-of.ts";
import { listed } from "./listed.ts";
import type { Given, Mechanism, Priced } from "./mechanism.ts";
import { perMember } from "./per-member.ts";
import { service } from "./service.ts";

const KINDS: { readonly [K in Amount["kind"]]: Mechanism<K> } = {
  flat,
  "per-member": perMember,
  "highest-of": highestOf,
  listed,
  goods,
  service,
};

/** The sum of an amount for what is given, with its arithmetic: 700.00 + 2 × 100.00 = 900.00. Goods and services: 0, "". */
export function amountOf(amount: Amount, given: Given): Priced {
  const kind = KINDS[amount.kind] as Mechanism<Amount["kind"]>;
  return kind.price(amount, given);
}

/** What the YAML may say under each kind's key: for the JSON Schema. */
export function amountKinds(): Readonly<Record<Amount["kind"], z.ZodType>> {
  const said = Object.entries(KINDS).map(([kind, { written, schema }]) => [kind, written ?? schema]);
  return Object.fromEntries(said);
}

/** `amount: { flat: 460 }`: its one key names the kind; an unknown kind is told with its near names. */
export const amountSchema: z.ZodType<Amount> = z.record(z.string(), z.unknown()).transform((written, ctx): Amount => {
  const [kind, ...more] = Object.keys(written);
  const refuse = (message: string, path: PropertyKey[] = []) => {
    ctx.issues.push({ code: "custom", input: written, path, message });
    return z.NEVER;
  };
  if (kind === undefined)
    return refuse(say(`没有写金额的种类：${Object.keys(KINDS).join("、")}`, "names no kind of amount"));
  const unknown = [kind, ...more].filter((key) => !Object.hasOwn(KINDS, key));
  if (unknown.length > 0) return refuse(sayUnknown(unknown, Object.keys(KINDS)));
  if (more.length > 0) return refuse(say("只能写一种金额", "names more than one kind of amount"), more.slice(0, 1));
  const checked = KINDS[kind as Amount["kind"]].schema.safeParse(written[kind], { error: inOurWords });
  if (checked.success) return checked.data;
  ctx.issues.push(...handUp(checked.error.issues, [kind], written));
  return z.NEVER;
});
