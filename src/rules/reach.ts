/** What a mechanism refers to, through all that it holds: each thing with its place, and whose it is there. */
import type { Amount, Condition, Programme, Quantity, Step, Who } from "../model/rules.ts";
import { AMOUNTS } from "./amounts/index.ts";
import { CONDITIONS } from "./conditions/index.ts";
import type { AmountKind, ConditionKind, QuantityKind, StepKind, Use } from "./language.ts";
import { KEYED_QUANTITIES, SHORT_QUANTITIES } from "./quantities/index.ts";
import { STEPS } from "./steps/index.ts";
import type { Path } from "./yaml-text.ts";

/** The kind of an amount. */
export function amountKind({ kind }: Amount): AmountKind<unknown> {
  return known(AMOUNTS[kind], kind);
}

/** The kind of a step. */
export function stepKind({ kind }: Step): StepKind<unknown> {
  return known(STEPS[kind], kind);
}

/** The kind of a condition. */
export function conditionKind({ kind }: Condition): ConditionKind<unknown> {
  return known(CONDITIONS[kind], kind);
}

/** The kind of a quantity. */
export function quantityKind({ kind }: Quantity): QuantityKind<unknown> {
  return known(SHORT_QUANTITIES[kind] ?? KEYED_QUANTITIES[kind], kind);
}

function known<T>(kind: T | undefined, name: string): T {
  if (kind === undefined) throw new Error(`the schema lets only known kinds through: ${name}`);
  return kind;
}

/** Where a thing stands: below what is done for each member, or for each month. */
export interface Where {
  readonly member: boolean;
  readonly month: boolean;
}

/** Something that is referred to, or held; and the way to it. */
export interface Reached {
  readonly use: Use;
  readonly path: Path;
  readonly where: Where;
}

const AT_THE_UNIT: Where = { member: false, month: false };

/** Everything that a use reaches, itself first; what holds others comes before them. */
export function* reach(use: Use, above: Path, where: Where = AT_THE_UNIT): Generator<Reached> {
  const path = [...above, ...use.at];
  yield { use, path, where };
  switch (use.use) {
    case "amount":
      yield* reachAmount(use.amount, path, {
        member: where.member || use.whose === "member",
        month: where.month || use.whose === "month",
      });
      break;
    case "conditions":
      for (const [i, condition] of use.conditions.entries())
        yield* reachCondition(condition, [...path, i], { ...where, member: where.member || use.whose === "member" });
      break;
    case "condition":
      yield* reachCondition(use.condition, path, where);
      break;
    case "who":
      yield* reachWho(use.who, path, where);
      break;
    case "quantity": {
      const { quantity } = use;
      const keyed = Object.hasOwn(KEYED_QUANTITIES, quantity.kind) ? [quantity.kind] : [];
      yield* reachAll(quantityKind(quantity).uses(quantity.said), [...path, ...keyed], where);
      break;
    }
    default:
  }
}

/** Everything that a programme's conditions and amount reach, by the way from the programme's own key. */
export function reachedByProgramme(
  programme: Pick<Programme, "eligible" | "countedWhere" | "amount">,
): readonly Reached[] {
  const { eligible, countedWhere, amount } = programme;
  return [
    ...reach({ use: "who", who: eligible, at: ["eligible"] }, []),
    ...reach({ use: "conditions", conditions: countedWhere, at: ["counted", "where"], whose: "member" }, []),
    ...reach({ use: "amount", amount, at: ["amount"] }, []),
  ];
}

function* reachAll(uses: readonly Use[], above: Path, where: Where): Generator<Reached> {
  for (const use of uses) yield* reach(use, above, where);
}

function* reachAmount(amount: Amount, path: Path, where: Where): Generator<Reached> {
  yield* reachAll(amountKind(amount).uses(amount.said), [...path, amount.kind], where);
  for (const [i, step] of amount.steps.entries()) {
    const at = [...path, "then", i];
    yield* reachAll(stepKind(step).uses(step.said), [...at, step.kind], where);
    for (const [j, condition] of step.where.entries()) yield* reachCondition(condition, [...at, "where", j], where);
  }
}

function* reachCondition(condition: Condition, path: Path, where: Where): Generator<Reached> {
  yield* reachAll(conditionKind(condition).uses(condition.said), [...path, condition.kind], where);
}

function* reachWho(who: Who, path: Path, where: Where): Generator<Reached> {
  for (const key of ["any", "all", "none"] as const)
    for (const [i, name] of who[key].entries())
      yield { use: { use: "category", name, at: [] }, path: [...path, key, i], where };
  for (const [i, condition] of who.where.entries()) yield* reachCondition(condition, [...path, "where", i], where);
}
