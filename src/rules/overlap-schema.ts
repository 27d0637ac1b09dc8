/** What a rules file may say of programmes that meet: four kinds, told apart by a key of their own. */
import { z } from "zod";
import { text, texts, yesOrNo, yuan } from "./facts.ts";
import { keyed } from "./one-key.ts";
import { checkedBy, say, sayUnknown } from "./wording.ts";

const programmes = z.array(text).min(2);
const per = z.enum(["person", "household"]);

/** The four kinds of overlaps, by the key that tells them apart. */
const overlapKinds = {
  "at-most-one": z.strictObject({
    "at-most-one": programmes,
    per,
    keep: z.enum(["first", "highest"]),
    quote: text,
    because: text,
  }),
  "shuts-out": z.strictObject({ granted: text, "shuts-out": texts, per, quote: text, because: text }),
  "at-most": z.strictObject({
    unconfirmed: yesOrNo.optional(),
    "at-most": yuan,
    over: programmes,
    per,
    quote: text,
    because: text,
  }),
  "may-stack": z.strictObject({ "may-stack": programmes, quote: text }),
};

/** `overlaps`: at most one of these; this one shuts out those; so much over all of these; these may stack. */
export type WrittenOverlap = z.output<(typeof overlapKinds)[keyof typeof overlapKinds]>;

export const overlapSchema: z.ZodType<WrittenOverlap> = keyed.transform((written, ctx): WrittenOverlap => {
  const kind = (Object.keys(overlapKinds) as (keyof typeof overlapKinds)[]).find((key) => Object.hasOwn(written, key));
  if (kind === undefined) {
    const known = Object.keys(overlapKinds);
    const message =
      Object.keys(written).length === 0
        ? say(`要写 ${known.join("、")} 之一`, `needs one of ${known.join(", ")}`)
        : sayUnknown(Object.keys(written).slice(0, 1), known);
    ctx.issues.push({ code: "custom", input: written, message });
    return z.NEVER;
  }
  return checkedBy<WrittenOverlap>(overlapKinds[kind], written, ctx) ?? z.NEVER;
});

/** What `overlaps` may say, for the JSON Schema. */
export const overlapWritten = z.union(Object.values(overlapKinds));
