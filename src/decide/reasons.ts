/** The reasons of granted and denied entitlements; a held one's reason is the problem that must be settled. */
import type { Reason } from "../model/entitlement.ts";
import type { Programme } from "../model/rules.ts";
import type { Bilingual } from "../problem/problem.ts";

/** G1: it fits the clause. Goods and services are named, since they have no sum. */
export function fits(programme: Programme): Reason {
  const { inKind } = programme;
  const goods = inKind === null ? "" : `，${inKind}，不计金额`;
  const goodsEn = inKind === null ? "" : `; ${inKind}, no money`;
  return { code: "G1", zh: `符合${programme.clause}${goods}`, en: `fits clause ${programme.clause}${goodsEn}` };
}

/** N1: no member is counted; why each is not. */
export function nobodyCounted(why: readonly string[]): Reason {
  const all = why.join("；");
  return { code: "N1", zh: `没有应计的人：${all}`, en: `nobody is left to count: ${all}` };
}

/** N2: a declared column of the list shuts it out. */
export function refused(because: string, cell: string): Reason {
  return { code: "N2", zh: `${because}（名单写的是“${cell}”）`, en: `${because} (the list says ${cell})` };
}

/** N3: the household has a preferred programme. */
export function notThisTime(because: string, preferred: string): Reason {
  return { code: "N3", zh: `${because}：同一户已有${preferred}`, en: `not this time: the household has ${preferred}` };
}

/** N4: 核实结论 says no. */
export function decidedNo(quote: string): Reason {
  return { code: "N4", zh: `不予发放：${quote}`, en: `denied by decision: ${quote}` };
}

/** N5: the office answered that two programmes are not to be held together. */
export function notBoth(kept: string): Reason {
  return { code: "N5", zh: `本单位答复不重复，保留${kept}`, en: `the office keeps ${kept} of the two` };
}

/** N6: a condition of the programme does not hold: what was needed, and what was found. */
export function notEligible(needed: Bilingual, found: string): Reason {
  return {
    code: "N6",
    zh: `不符合条件：${needed.zh}${found === "" ? "" : `（${found}）`}`,
    en: `not eligible: ${needed.en}${found === "" ? "" : ` (${found})`}`,
  };
}

/** N7: what the rules give comes to nothing. */
export function nothingDue(arithmetic: string): Reason {
  const how = arithmetic === "" ? "" : `：${arithmetic}`;
  return { code: "N7", zh: `算出来是零${how}`, en: `it comes to nothing${how}` };
}

/** N8: another programme that the unit is granted shuts it out. */
export function shutOutBy(because: string, other: string): Reason {
  return { code: "N8", zh: `${because}：已享受${other}`, en: `shut out: ${other} is granted` };
}

/** N9: a cap over several programmes leaves nothing of it. */
export function usedUp(because: string): Reason {
  return { code: "N9", zh: `${because}：前面的项目已经用满`, en: "the cap over several programmes is used up" };
}
