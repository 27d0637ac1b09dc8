/**
 * Money: whole fen in a branded integer, so that a sum is exact and a plain number is not mistaken for one.
 * Integers below 2^53 add up exactly; big.js is used where a text or a rate must be brought to fen. This is the
 * only file that knows big.js.
 */
import Big from "big.js";

/** A sum of money in fen (1/100 yuan), a safe integer. A sum of goods has no such type: it cannot be added. */
export type Fen = number & { readonly __unit: "fen" };

/** The largest sum relief handles: 90 trillion yuan in fen, below 2^53, so adding never loses a fen. */
export const LIMIT = 9_000_000_000_000_000;

/**
 * The largest sum of one row or one entitlement: ten million yuan in fen. Nine million of them add up to no more than
 * `LIMIT`; what is larger is a telephone number in the wrong column.
 */
export const MOST_ONE = 1_000_000_000 as Fen;

const Exact = Big();
Exact.strict = true;

/** Zero yuan. */
export const ZERO = 0 as Fen;

/** A whole number of fen as money; what is no whole number, or beyond the limit, is a bug. */
export function fenOf(value: number): Fen {
  if (!Number.isSafeInteger(value) || Math.abs(value) > LIMIT) throw new RangeError(`sum out of range: ${value} fen`);
  return value as Fen;
}

/**
 * A sum as people write it, in fen: "1000", "1,000.50", "￥500", "500元", full-width digits.
 * @returns null where it is not a plain sum of at most two decimals, or too large, or negative.
 */
export function parseYuan(text: string): Fen | null {
  // Nearly every sum is written so, and its fen are its digits.
  const usual = /^(\d{1,11})(?:\.(\d\d))?$/.exec(text);
  if (usual) return fenOf(Number(usual[1]) * 100 + Number(usual[2] ?? 0));
  const plain = text
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff]/g, "")
    .replace(/^(人民币|RMB|[¥￥])/, "")
    .replace(/(元整|元|圆)$/, "");
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) return null;
  const [, whole = "", fraction = ""] = match;
  if (fraction.replace(/0+$/, "").length > 2) return null;
  const fen = new Exact(`${whole.replaceAll(",", "")}.${fraction || "0"}`).times("100");
  return fen.gt(String(LIMIT)) ? null : fenOf(Number(fen.toFixed(0)));
}

/** "1000.50": yuan with two decimals, as all outputs write a sum. */
export function toYuan(fen: Fen): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** "1,234,567.00": yuan as people read a sum in a sentence or on a screen. */
export function toReadableYuan(fen: Fen): string {
  const [whole = "", cents = ""] = toYuan(fen).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}

/** Both sums together. */
export function add(a: Fen, b: Fen): Fen {
  return fenOf(a + b);
}

/** The first less the second; may be negative. */
export function subtract(a: Fen, b: Fen): Fen {
  return fenOf(a - b);
}

/** All sums together; nothing gives zero. */
export function sum(values: Iterable<Fen>): Fen {
  let total = 0;
  for (const value of values) total += value;
  return fenOf(total);
}

/** A sum a whole number of times. */
export function times(fen: Fen, count: number): Fen {
  return fenOf(fen * count);
}

/**
 * The mean of a total over a count, in yuan rounded half up to two decimals, for people to read only.
 * Whether a mean keeps its bound is decided without dividing (total ≤ bound × count).
 */
export function meanYuan(total: Fen, count: number): string {
  return count === 0 ? "0.00" : new Exact(String(total)).div("100").div(String(count)).toFixed(2);
}

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿", "万亿"];

/**
 * The sum in capitals by 支付结算办法 附件一. Where it leaves a choice, one style throughout: 整 after 元 and after 角,
 * none after 分; 零 where 角 is missing before 分, and between groups of four digits where a zero stands.
 * 10.00 → 壹拾元整; 1409.50 → 壹仟肆佰零玖元伍角整; 325.04 → 叁佰贰拾伍元零肆分; 0.05 → 伍分.
 */
export function toCapitals(fen: Fen): string {
  if (fen < 0) throw new RangeError("a sum in capitals is never negative");
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const cents = fen % 10;
  let text = yuan > 0 ? `${wholeInCapitals(yuan)}元` : "";
  if (jiao > 0) text += `${DIGITS[jiao]}角`;
  else if (cents > 0 && yuan > 0) text += "零";
  if (cents > 0) text += `${DIGITS[cents]}分`;
  if (text === "") return "零元整";
  return cents > 0 ? text : `${text}整`;
}

function wholeInCapitals(yuan: number): string {
  let text = "";
  let pendingZero = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000;
    if (value === 0) {
      pendingZero = text !== "";
      continue;
    }
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(value / 10 ** place) % 10;
      if (digit === 0) {
        pendingZero = text !== "";
        continue;
      }
      if (pendingZero) text += "零";
      pendingZero = false;
      text += `${DIGITS[digit]}${PLACES[place]}`;
    }
    text += GROUPS[group];
    pendingZero = value % 10 === 0;
  }
  return text;
}
