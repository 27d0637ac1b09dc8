/** Cleaning of cell texts: what people type into cells, brought to one spelling. Leaves; they know no place and no code. */

/** Characters that show nothing: zero-width, direction marks, byte order mark, controls. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
const HAN = /\p{Script=Han}/u;
/** The eight spellings of the dot in names; only between 汉字 are they one (facts: GB 18030 A1A4 is the official one). */
const DOTS = /(?<=\p{Script=Han})\s*[·•‧∙⋅・･．.●。]\s*(?=\p{Script=Han})/gu;
/** Nearly all numbers are typed as they should be. */
const PLAIN_NUMBER = /^[0-9A-Z]*$/;
const SAFE_ASCII = /^[\x21-\x7e]*$/;

/** A cell's text for reading: invisible characters out, white space of any kind to one space, ends trimmed. */
export function clean(text: string): string {
  if (SAFE_ASCII.test(text)) return text;
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

/** A header for comparing: as `fold`, without what stands in brackets, and without marks at its ends. */
export function foldHeader(text: string): string {
  const folded = fold(text);
  const bare = folded.replace(/\([^()]*\)/g, "").replace(/^[*＊#]+|[*＊#:：]+$/g, "");
  return bare === "" ? folded : bare;
}

/**
 * A person's name in one spelling: 汉字 names without spaces ("张　三" → "张三") and with the official dot
 * ("阿依古丽•买买提" → "阿依古丽·买买提"); names in Latin letters keep single spaces.
 */
export function cleanName(text: string): string {
  const plain = clean(text);
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

/** "1949-12-31" from the ways people write a date: 1949-12-31, 1949.12.31, 1949/12/31, 1949年12月31日, 19491231; else "". */
export function cleanDate(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const match =
    /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?(T.*)?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (!match) return "";
  const [, year = "", month = "", day = ""] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return "";
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
