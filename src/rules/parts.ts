/** The parts of a rules file as the model has them, from what their schemas let through. */
import type { Agency, Category, Overlap, Programme, Standard } from "../model/rules.ts";
import type { Draft, Part } from "./draft.ts";
import { inKindOf, meanBoundOf } from "./facets.ts";
import type { WrittenOverlap } from "./overlap-schema.ts";

/** An agency. */
export function toAgency({ id, value }: Part<Draft["agencies"][number]["value"]>): Agency {
  return { id, name: value.name, written: value.written, leading: value.leading ?? false };
}

/** A category; its own name is one of those in which lists write it. */
export function toCategory({ id, value }: Part<Draft["categories"][number]["value"]>): Category {
  return {
    id,
    agencies: value.agency,
    written: value.written.includes(id) ? value.written : [id, ...value.written],
    writtenAlone: value["written-alone"] ?? [],
    wider: value.wider ?? [],
    echoes: value.echoes ?? null,
  };
}

/** A standard or a rate, by date. */
export function toStandard({ id, value }: Part<Draft["standards"][number]["value"]>): Standard {
  const { on, sums, rates, quote } = value;
  return { name: id, kind: sums === undefined ? "rate" : "sum", on, quote: quote ?? null, from: sums ?? rates ?? [] };
}

/** A programme; null where its agency or fund is unknown, which was told. */
export function toProgramme(
  { id, value: p }: Part<Draft["programmes"][number]["value"]>,
  number: number,
  agencies: ReadonlyMap<string, Agency>,
  funds: ReadonlyMap<string, string>,
): Programme | null {
  const agency = agencies.get(p.agency);
  const payer = agencies.get(p.payer ?? p.agency);
  const fund = funds.get(p.fund);
  if (!agency || !payer || fund === undefined) return null;
  return {
    id,
    name: p.name,
    number,
    clause: p.clause,
    quote: p.quote,
    agency,
    payer: payer.name,
    fund,
    channel: p.channel,
    unit: p.unit,
    identity: p.identity ?? "id",
    eligible: p.eligible,
    opens: p.eligible.any.length > 0 ? p.eligible.any : p.eligible.all,
    refusals: p["refused-if"] ?? [],
    needs: p.needs ?? [],
    notCounted: p.counted?.["all-but-granted"] ?? [],
    counts: p.counted?.of ?? "listed",
    countedWhere: p.counted?.where ?? [],
    amount: p.amount,
    inKind: inKindOf(p.amount),
    meanAtMost: meanBoundOf(p.amount),
    plan: p.plan ? { total: p.plan.total ?? null, people: p.plan.people ?? null } : null,
    purpose: p.purpose,
    published: p.published === "no" ? null : p.published,
  };
}

/** An overlap of one of the four kinds. */
export function toOverlap(written: WrittenOverlap): Overlap {
  if ("at-most-one" in written) {
    const { "at-most-one": order, ...rest } = written;
    return { kind: "at-most-one", order, ...rest };
  }
  if ("shuts-out" in written) {
    const { "shuts-out": others, ...rest } = written;
    return { kind: "shuts-out", others, ...rest };
  }
  if ("at-most" in written) {
    const { "at-most": atMost, unconfirmed: _, ...rest } = written;
    return { kind: "cap", atMost, ...rest };
  }
  return { kind: "may-stack", programmes: written["may-stack"], quote: written.quote };
}
