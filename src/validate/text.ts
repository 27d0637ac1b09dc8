/** Cleaning of cell texts: what people type into cells, brought to one spelling. Leaves; they know no place and no code. */
import { isDay } from "../model/civil-date.ts";

/** Characters that show nothing: zero-width, direction marks, selectors of glyphs, byte order mark, controls, half a pair. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\p{Default_Ignorable_Code_Point}\p{Cs}\ufff9-\ufffb]/gu;
const HAN = /\p{Script=Han}/u;
/** The eight spellings of the dot in names; only between 汉字 are they one (facts: GB 18030 A1A4 is the official one). */
const DOTS = /(?<=\p{Script=Han})\s*[·•‧∙⋅・･．.●。]\s*(?=\p{Script=Han})/gu;
/** Nearly all numbers are typed as they should be. */
const PLAIN_NUMBER = /^[0-9A-Z]*$/;
/** Nearly all texts: printable ASCII and usual 汉字, no space among them. */
const SAFE = /^[\x21-\x7e\u4e00-\u9fff]*$/;
/** Radicals and compatibility forms that look like a 汉字, letters of full width. */
const LOOK_ALIKES = /[\u2f00-\u2fdf\uf900-\ufaff\uff21-\uff3a\uff41-\uff5a\u{2f800}-\u{2fa1f}]/gu;
const PLAIN_HAN = /^[\u4e00-\u9fff]*$/;

/** A cell's text for reading: invisible characters out, white space of any kind to one space, ends trimmed. */
export function clean(text: string): string {
  if (SAFE.test(text)) return text;
  return text.replace(INVISIBLE, "").replace(/\s+/g, " ").trim();
}

/** A text for comparing: width, case of letters, white space and quotation marks do not count. */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/[\s“”"'‘’「」『』《》【】]/g, "")
    .toUpperCase();
}

/** A title that says in which unit the sums below stand, and it is not yuan: 单位：万元. */
export function namesOtherUnit(title: string): boolean {
  return /单位:?(人民币)?[百千万]+元/.test(fold(title));
}

/**
 * A header for comparing: as `fold`, without what stands in brackets, a number before it, and marks at its ends.
 * Brackets that name another unit of money stay: 金额(万元) is not the column of sums in yuan that 金额(元) is.
 */
export function foldHeader(text: string): string {
  const folded = fold(text);
  const bare = folded
    .replace(/\((?![^()]*[百千万]+元)[^()]*\)/g, "")
    .replace(/^[*＊#]+|[*＊#:：]+$/g, "")
    .replace(/^\d{1,2}[.、)]?(?=\p{Script=Han})/u, "");
  return bare === "" ? folded : bare;
}

/**
 * A person's name in one spelling: 汉字 names without spaces ("张　三" → "张三"), with the official dot
 * ("阿依古丽•买买提" → "阿依古丽·买买提") and without look-alikes of 汉字 that stand apart in Unicode (radicals,
 * compatibility forms); names in Latin letters keep single spaces.
 */
export function cleanName(text: string): string {
  if (PLAIN_HAN.test(text)) return text;
  const plain = clean(text).replace(LOOK_ALIKES, (character) => character.normalize("NFKC"));
  if (!HAN.test(plain)) return plain;
  return plain.replace(DOTS, "·").replace(/\s+/g, "");
}

/** A number-like text: full width to half, no spaces, no leading apostrophe, letters in capitals. */
export function cleanNumber(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return text
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/[\s'’‘`]/g, "")
    .toUpperCase();
}

/**
 * "1949-12-31" from the ways people write a date: 1949-12-31, 1949.12.31, 1949/12/31 0:00:00, 1949年12月31日, 19491231.
 * "" where it is none, or does not say the day.
 */
export function cleanDate(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const match =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return "";
  const [, year = "", month = "", day = ""] = match;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(date) ? date : "";
}
