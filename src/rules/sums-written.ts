/** The numbers that a text names, as sums: 1000, 1,200.50, 45万, 五百, 两千五. */
import { type Fen, parseYuan } from "../money.ts";

const TENS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const DIGITS = "零一二三四五六七八九";

/** All sums in fen that the text may mean by its numbers; of "50-200万" both 50 and 500 000. */
export function sumsWritten(text: string): ReadonlySet<Fen> {
  const found = new Set<Fen>();
  const add = (yuan: string) => {
    const sum = parseYuan(yuan);
    if (sum !== null) found.add(sum);
  };
  for (const [, digits = "", unit = "", , end = "", endUnit = ""] of text.matchAll(IN_DIGITS)) {
    add(shifted(digits, unit));
    // 10-20万: both in 万, or only the latter.
    if (unit === "" && endUnit !== "") add(shifted(digits, endUnit));
    add(shifted(end, endUnit));
  }
  for (const [words] of text.matchAll(IN_WORDS)) add(inDigits(words));
  return found;
}

const IN_DIGITS = /(\d[\d,]*(?:\.\d+)?)([百千万亿]*)(?:([-—–~至到]+)(\d[\d,]*(?:\.\d+)?)([百千万亿]*))?/g;
const IN_WORDS = /(?<![\d.百千万亿])[零一二三四五六七八九十百千万亿两]+/g;

/** "1.3", "万" → "13000": the point moves, so that nothing is lost. */
function shifted(digits: string, unit: string): string {
  const places = [...unit].reduce((all, letter) => all + (TENS[letter] ?? 0), 0);
  const [whole = "", fraction = ""] = digits.replaceAll(",", "").split(".");
  const padded = fraction.padEnd(places, "0");
  return `${whole}${padded.slice(0, places)}${padded.length > places ? `.${padded.slice(places)}` : ""}`;
}

/** "五百" → "500", "一万二千" → "12000". */
function inDigits(words: string): string {
  let all = 0;
  let below = 0;
  let digit = 0;
  for (const letter of words.replaceAll("两", "二")) {
    const places = TENS[letter];
    if (places === undefined) digit = DIGITS.indexOf(letter);
    else if (places >= 4) {
      all += (below + digit) * 10 ** places;
      below = 0;
      digit = 0;
    } else {
      below += (digit === 0 ? 1 : digit) * 10 ** places;
      digit = 0;
    }
  }
  return String(all + below + digit);
}
