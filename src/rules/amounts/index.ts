/** All amounts. A new kind is one file here, its line in this table, its example in fixtures/mechanisms/. */
import type { AmountKind } from "../language.ts";
import { bands } from "./bands.ts";
import { byField } from "./by-field.ts";
import { bySize } from "./by-size.ts";
import { eachMember } from "./each-member.ts";
import { eachMonth } from "./each-month.ts";
import { firstOf } from "./first-of.ts";
import { flat } from "./flat.ts";
import { goods } from "./goods.ts";
import { granted } from "./granted.ts";
import { highestOf } from "./highest-of.ts";
import { listed } from "./listed.ts";
import { marginal } from "./marginal.ts";
import { named } from "./named.ts";
import { perMember } from "./per-member.ts";
import { rate } from "./rate.ts";
import { service } from "./service.ts";
import { sumOf } from "./sum-of.ts";
import { times } from "./times.ts";
import { topUp } from "./top-up.ts";

export const AMOUNTS: Readonly<Record<string, AmountKind<unknown>>> = {
  flat,
  "per-member": perMember,
  "by-size": bySize,
  "highest-of": highestOf,
  "first-of": firstOf,
  listed,
  named,
  rate,
  times,
  "top-up": topUp,
  bands,
  marginal,
  "by-field": byField,
  "sum-of": sumOf,
  "each-member": eachMember,
  "each-month": eachMonth,
  granted,
  goods,
  service,
};
