/** What a programme's decision looks at beside its own rows, through all its mechanisms. Asked a few times a run. */
import type { Programme } from "../model/rules.ts";
import { reachedByProgramme } from "./reach.ts";

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
}

/** Looks through a programme's conditions and amount. */
export function lookedAt(programme: Programme): LookedAt {
  const reached = reachedByProgramme(programme);
  const named = (kind: "programme" | "category") => [
    ...new Set(reached.flatMap(({ use }) => (use.use === kind ? [use.name] : []))),
  ];
  const has = (kind: "counted" | "members" | "listed") => reached.some(({ use }) => use.use === kind);
  return {
    programmes: [...new Set([...programme.notCounted, ...named("programme")])],
    categories: named("category").filter((id) => !programme.opens.includes(id)),
    counted: has("counted"),
    members: has("members"),
    listed: has("listed"),
  };
}
