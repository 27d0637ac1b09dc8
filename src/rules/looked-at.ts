/** What a programme's decision looks at beside its own rows, through all its mechanisms. Asked a few times a run. */
import type { Amount, Programme } from "../model/rules.ts";
import type { Fen } from "../money.ts";
import type { Listed } from "./amounts/listed.ts";
import type { Use } from "./language.ts";
import { reach, reachedByProgramme } from "./reach.ts";

/** What deciding a programme needs to know. */
export interface LookedAt {
  /** Programmes at whose decisions it looks. */
  readonly programmes: readonly string[];
  /** Categories that it asks about beyond those that open it. */
  readonly categories: readonly string[];
  /** Its sum depends on how many members are counted. */
  readonly counted: boolean;
  /** It looks at members one by one. */
  readonly members: boolean;
  /** It takes the sum of the list, if only in a part of it. */
  readonly listed: boolean;
  /** What it names of the edition's declared columns; standards and days that go by a name stand among them. */
  readonly names: readonly string[];
  /** It looks at an age, or at the street. */
  readonly age: boolean;
  readonly street: boolean;
}

/** Looks through a programme's conditions and amount. */
export function lookedAt(programme: Programme): LookedAt {
  const reached = reachedByProgramme(programme);
  const named = (kind: "programme" | "category") => [
    ...new Set(reached.flatMap(({ use }) => (use.use === kind ? [use.name] : []))),
  ];
  const has = (kind: "counted" | "members" | "listed" | "age" | "street") =>
    reached.some(({ use }) => use.use === kind);
  return {
    programmes: [...new Set([...programme.notCounted, ...named("programme")])],
    categories: named("category").filter((id) => !programme.opens.includes(id)),
    counted: has("counted"),
    members: has("members"),
    listed: has("listed"),
    names: [...new Set(reached.flatMap(({ use }) => namedIn(use)))],
    age: has("age"),
    street: has("street"),
  };
}

function namedIn(use: Use): readonly string[] {
  if (use.use === "field" || use.use === "sum" || use.use === "day") return [use.name];
  return use.use === "word" ? [use.field] : [];
}

/** Bounds of the sums that a list gives, where they are plain sums. */
export function listedBounds(programme: Programme): { readonly from: Fen | null; readonly to: Fen | null } {
  const reached = [...reach({ use: "amount", amount: programme.amount, at: [] }, [])];
  const stated = reached.flatMap(({ use }) =>
    use.use === "amount" && use.amount.kind === "listed" ? [use.amount.said as Listed] : [],
  );
  const plain = (amounts: readonly (Amount | null)[]) =>
    amounts.flatMap((amount) => (amount?.kind === "flat" && amount.steps.length === 0 ? [amount.said as Fen] : []));
  const [from, to] = [plain(stated.map((s) => s.from)), plain(stated.map((s) => s.to))];
  // Of several listed parts each has bounds of its own: no one pair of them is every cell's.
  if (stated.length !== 1) return { from: null, to: null };
  return { from: from[0] ?? null, to: to[0] ?? null };
}
