/** Overlaps: what several programmes may not be together for a household or person, resolved one after the other. */
import type { Campaign } from "../model/campaign.ts";
import { compareText } from "../model/place.ts";
import type { Household, Person } from "../model/register.ts";
import type { Overlap, UnitKind } from "../model/rules.ts";
import type { Problem } from "../problem/problem.ts";
import { keepOne } from "./at-most-one.ts";
import { cutToCap } from "./caps.ts";
import type { Draft } from "./draft.ts";
import { shutOut } from "./shut-outs.ts";

/** The drafts of a programme, by its key. */
export type DraftsOf = (programme: string) => readonly Draft[];

/** Resolves one overlap; what a held programme would shut out or cut is held too, so that settling it never pays twice. */
export function resolveOverlap(overlap: Overlap, of: DraftsOf, campaign: Campaign): readonly Problem[] {
  const problems: Problem[] = [];
  switch (overlap.kind) {
    case "at-most-one":
      for (const group of several(groups(overlap.order, overlap.per, of))) keepOne(overlap, group, campaign, problems);
      break;
    case "shuts-out":
      for (const group of several(groups([overlap.granted, ...overlap.others], overlap.per, of)))
        shutOut(overlap, group, problems);
      break;
    case "cap":
      // A single one may pass the cap, too.
      for (const group of groups(overlap.over, overlap.per, of)) cutToCap(overlap, group, problems);
      break;
    case "may-stack":
      break;
    default:
      return overlap satisfies never;
  }
  return problems;
}

/**
 * What is not denied of these programmes, by household or person, each group in the order of the programmes; of one
 * programme the head's comes first, then by ID number: the order of the rows decides nothing.
 */
function groups(order: readonly string[], per: UnitKind, of: DraftsOf): readonly (readonly Draft[])[] {
  const found = new Map<Household | Person, Draft[]>();
  for (const draft of order.flatMap(of)) {
    if (draft.result === "denied") continue;
    const key = per === "household" ? draft.unit.household : draft.unit.person;
    const group = found.get(key);
    if (group) group.push(draft);
    else found.set(key, [draft]);
  }
  const place = new Map(order.map((id, at) => [id, at]));
  const programme = ({ programme: { id } }: Draft) => place.get(id) ?? 0;
  for (const group of found.values()) {
    if (group.length > 1) group.sort((a, b) => programme(a) - programme(b) || compareMembers(a, b));
  }
  return [...found.values()];
}

function several(all: readonly (readonly Draft[])[]): readonly (readonly Draft[])[] {
  return all.filter((group) => group.length > 1);
}

function compareMembers(a: Draft, b: Draft): number {
  const behind = ({ unit }: Draft) => Number(unit.person !== unit.household.head);
  return behind(a) - behind(b) || compareText(a.unit.person.idNumber, b.unit.person.idNumber);
}
