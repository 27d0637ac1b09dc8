/** `counted`: the counted members of the household. */

import { z } from "zod";
import { whole } from "../../fraction.ts";
import type { QuantityKind } from "../language.ts";

export const counted: QuantityKind<"members"> = {
  schema: () => z.literal("members"),
  say: () => ({ zh: "计发人数", en: "the counted members" }),
  uses: () => [{ use: "counted", at: [] }],
  grain: () => whole(1),
  prepare: () => (given) => ({ number: whole(given.counted), shown: `${given.counted} 人` }),
};
