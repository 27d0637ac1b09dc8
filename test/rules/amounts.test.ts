/** Each kind of amount: its sum and its arithmetic. */
import { describe, expect, it } from "vitest";
import type { Amount } from "../../src/model/rules.ts";
import { type Fen, parseYuan } from "../../src/money.ts";
import { amountOf } from "../../src/rules/amounts/index.ts";

const yuan = (text: string): Fen => {
  const fen = parseYuan(text);
  if (fen === null) throw new Error(text);
  return fen;
};

const who = (...any: string[]) => ({ any, all: [], none: [] });
const FLAT: Amount = { kind: "flat", sum: yuan("460") };
const SCALE: Amount = { kind: "per-member", first: yuan("700"), further: yuan("100"), atMost: null };
const CAPPED: Amount = { ...SCALE, atMost: yuan("1200") };
const LISTED: Amount = { kind: "listed", from: yuan("500"), to: yuan("2000"), meanAtMost: null };
const GOODS: Amount = { kind: "goods", what: "新春大礼包一份" };
const SERVICE: Amount = { kind: "service", what: "返乡服务" };
const TIERS: Amount = {
  kind: "highest-of",
  tiers: [
    { who: who("低收入及其他残疾人"), sum: yuan("300") },
    { who: who("大病重病残疾人"), sum: yuan("800") },
    { who: who("低保残疾人", "孤残"), sum: yuan("400") },
    { who: { any: ["低收入及其他残疾人"], all: [], none: ["孤残"] }, sum: yuan("350") },
  ],
};

interface Case {
  readonly says: string;
  readonly amount: Amount;
  readonly counted?: number;
  readonly is?: readonly string[];
  readonly listed?: string;
  readonly sum: string;
  readonly arithmetic: string;
}

const CASES: readonly Case[] = [
  { says: "a flat sum", amount: FLAT, sum: "460", arithmetic: "460.00" },
  { says: "nobody counted", amount: SCALE, counted: 0, sum: "0", arithmetic: "0 人：0.00" },
  { says: "one member", amount: SCALE, counted: 1, sum: "700", arithmetic: "700.00" },
  { says: "two", amount: SCALE, counted: 2, sum: "800", arithmetic: "700.00 + 1 × 100.00 = 800.00" },
  { says: "three", amount: SCALE, counted: 3, sum: "900", arithmetic: "700.00 + 2 × 100.00 = 900.00" },
  { says: "99", amount: SCALE, counted: 99, sum: "10500", arithmetic: "700.00 + 98 × 100.00 = 10500.00" },
  { says: "at the cap", amount: CAPPED, counted: 6, sum: "1200", arithmetic: "700.00 + 5 × 100.00 = 1200.00" },
  {
    says: "above the cap",
    amount: CAPPED,
    counted: 7,
    sum: "1200",
    arithmetic: "700.00 + 6 × 100.00 = 1300.00，最高 1200.00",
  },
  { says: "one tier", amount: TIERS, is: ["孤残"], sum: "400", arithmetic: "400.00（孤残）" },
  {
    says: "the highest of several tiers",
    amount: TIERS,
    is: ["低收入及其他残疾人", "大病重病残疾人", "低保残疾人"],
    sum: "800",
    arithmetic: "800.00（大病重病残疾人）",
  },
  {
    says: "a tier with two of its categories",
    amount: TIERS,
    is: ["孤残", "低保残疾人"],
    sum: "400",
    arithmetic: "400.00（低保残疾人、孤残）",
  },
  {
    says: "a tier with `none`",
    amount: TIERS,
    is: ["低收入及其他残疾人"],
    sum: "350",
    arithmetic: "350.00（低收入及其他残疾人）",
  },
  { says: "no tier", amount: TIERS, is: ["低保"], sum: "0", arithmetic: "" },
  { says: "a listed sum", amount: LISTED, listed: "500", sum: "500", arithmetic: "名单金额 500.00" },
  {
    says: "a listed sum out of bounds is told as it is",
    amount: LISTED,
    listed: "9999.99",
    sum: "9999.99",
    arithmetic: "名单金额 9999.99",
  },
  { says: "no listed sum", amount: LISTED, sum: "0", arithmetic: "" },
  { says: "goods", amount: GOODS, listed: "100", sum: "0", arithmetic: "" },
  { says: "a service", amount: SERVICE, sum: "0", arithmetic: "" },
];

describe("amountOf", () => {
  it.each(CASES)("$says: $sum", ({ amount, counted = 1, is = [], listed, sum, arithmetic }) => {
    const given = { counted, categories: new Set(is), listed: listed === undefined ? null : yuan(listed) };
    expect(amountOf(amount, given)).toEqual({ sum: yuan(sum), arithmetic });
  });
});
