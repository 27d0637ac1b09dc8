/**
 * What hangs on a pair that looks alike. If the two are one person, all but the largest sum of each programme that both
 * hold is paid once too often; and what waits for the number of one of them can be paid.
 */
import type { Entitlement } from "../model/entitlement.ts";
import { add, type Fen, subtract, sum, toYuan, ZERO } from "../money.ts";
import type { Problem } from "../problem/problem.ts";
import type { LookAlike } from "./lookalikes.ts";

/** So many programmes are named in a line; the sum is of all of them. */
const MOST_NAMED = 3;

/** What waits only for a number waits no longer once it is known whose row it is. */
const ABOUT_NUMBERS: ReadonlySet<string> = new Set(["V101", "V102", "V103", "V104"]);

/** The open pairs as problems, each with what both hold (granted, or waiting) and the money that hangs on it. */
export function withMoneyAtStake(
  pairs: readonly LookAlike[],
  entitlements: readonly Entitlement[],
): readonly Problem[] {
  const held = byPerson(new Set(pairs.flatMap(({ keys }) => keys)), entitlements);
  return pairs.map(({ problem, keys }) => {
    const theirs = keys.flatMap((key) => held.get(key) ?? []);
    return priced(problem as Problem<"J103">, theirs);
  });
}

/** What these persons hold by themselves or as heads of their households. */
function byPerson(
  keys: ReadonlySet<string>,
  entitlements: readonly Entitlement[],
): ReadonlyMap<string, readonly Entitlement[]> {
  const held = new Map<string, Entitlement[]>();
  for (const entitlement of entitlements) {
    const { key } = entitlement.unit.person;
    if (entitlement.result === "denied" || !keys.has(key)) continue;
    const known = held.get(key);
    if (known) known.push(entitlement);
    else held.set(key, [entitlement]);
  }
  return held;
}

function priced(found: Problem<"J103">, held: readonly Entitlement[]): Problem {
  const byProgramme = new Map<string, Entitlement[]>();
  for (const entitlement of held) {
    const same = byProgramme.get(entitlement.programme.name);
    if (same) same.push(entitlement);
    else byProgramme.set(entitlement.programme.name, [entitlement]);
  }
  const twice = [...byProgramme].filter(([, same]) => same.length > 1);
  const double = sum(twice.map(([, same]) => allButLargest(same.map((e) => e.amount))));
  const freed = sum(
    [...byProgramme.values()]
      .flatMap((same) => (same.length === 1 ? same.filter(waitsForNumber) : []))
      .map((e) => e.amount),
  );
  const [zh, en] = words(
    twice.map(([name]) => name),
    double,
    freed,
  );
  if (zh === "") return found;
  return {
    ...found,
    atStake: add(double, freed),
    content: found.content + zh,
    params: { ...found.params, twice: zh, twiceEn: en },
  } as Problem;
}

function allButLargest(amounts: readonly Fen[]): Fen {
  return subtract(sum(amounts), Math.max(...amounts) as Fen);
}

function waitsForNumber({ heldFor, reasons }: Entitlement): boolean {
  return heldFor === "decision" && reasons.every(({ code }) => ABOUT_NUMBERS.has(code));
}

/** "；都有冬令御寒补助，重复 460.00 元；是同一人的，可发 700.00 元" in both languages; goods have no sum. */
function words(both: readonly string[], double: Fen, freed: Fen): readonly [zh: string, en: string] {
  const more = both.length > MOST_NAMED;
  const names = both.slice(0, MOST_NAMED).join("、");
  const parts: (readonly [string, string])[] = [];
  if (both.length > 0)
    parts.push([
      `；都有${names}${more ? ` 等 ${both.length} 项` : ""}`,
      `; both hold ${names}${more ? ` and ${both.length - MOST_NAMED} more` : ""}`,
    ]);
  if (double !== ZERO) parts.push([`，重复 ${toYuan(double)} 元`, `: ${toYuan(double)} yuan twice`]);
  if (freed !== ZERO)
    parts.push([`；是同一人的，可发 ${toYuan(freed)} 元`, `; if one person, ${toYuan(freed)} yuan can be paid`]);
  return [parts.map(([zh]) => zh).join(""), parts.map(([, en]) => en).join("")];
}
