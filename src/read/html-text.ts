/** Web pages as tags and the text between them, forgiving as browsers are, in time that grows with their length. */

/** What is no text of the page, up to its end tag. */
const RAW: ReadonlySet<string> = new Set(["script", "style", "xml", "title", "noscript"]);

/** A > within quotes this far behind its tag's beginning is looked for; one quote too many must not cost the page. */
const MAX_TAG_LENGTH = 4096;

/** Walks the tags of a page. */
export class HtmlScanner {
  /** The text before the tag, as it stands in the page. */
  text = "";
  /** The tag's name in lower case. */
  name = "";
  closes = false;
  readonly #page: string;
  #at = 0;
  #attributes = "";

  constructor(page: string) {
    this.#page = page;
  }

  /** Goes to the next tag; false at the end of the page, where `text` is what was left of it. */
  next(): boolean {
    this.text = "";
    for (;;) {
      const open = this.#page.indexOf("<", this.#at);
      if (open < 0) break;
      this.text += this.#page.slice(this.#at, open);
      if (this.#page.startsWith("<!--", open)) this.#at = this.#past("-->", open + 4) ?? this.#page.length;
      else if (this.#takeTag(open)) return true;
    }
    this.text += this.#page.slice(this.#at);
    this.#at = this.#page.length;
    return false;
  }

  /** Whether the tag's style hides it. */
  hides(): boolean {
    return /display\s*:\s*none/i.test(this.#attributes);
  }

  /** The count that an attribute of the tag gives, from 1 to `most`; 1 where it gives none. */
  count(attribute: "colspan" | "rowspan", most: number): number {
    const found = COUNTS[attribute].exec(this.#attributes)?.[1];
    return Math.min(Math.max(Number(found ?? 1), 1), most);
  }

  #takeTag(open: number): boolean {
    const [begin = "", slash = "", name = ""] = TAG.exec(this.#page.slice(open, open + 40)) ?? [];
    const end = begin === "" ? -1 : this.#endOfTag(open + begin.length);
    if (end < 0) {
      // A < that begins no tag is text: 年龄<60.
      this.text += "<";
      this.#at = open + 1;
      return false;
    }
    this.closes = slash !== "";
    this.name = name.toLowerCase();
    this.#attributes = this.#page.slice(open + begin.length, end);
    this.#at = end + 1;
    if (!this.closes && RAW.has(this.name)) this.#at = this.#past(`</${this.name}>`, this.#at) ?? this.#at;
    return true;
  }

  /** The > that ends a tag: not one within quotes, where they add up. */
  #endOfTag(from: number): number {
    const first = this.#page.indexOf(">", from);
    const last = from + MAX_TAG_LENGTH;
    let end = first;
    while (end >= 0 && end < last) {
      const quote = openQuote(this.#page.slice(from, end));
      if (quote === "") return end;
      const close = this.#page.indexOf(quote, end);
      if (close < 0 || close >= last) return first;
      end = this.#page.indexOf(">", close);
    }
    return first;
  }

  /** The place behind a mark, whatever case its letters have; null where there is none. */
  #past(mark: string, from: number): number | null {
    const search = new RegExp(mark, "gi");
    search.lastIndex = from;
    return search.test(this.#page) ? search.lastIndex : null;
  }
}

const TAG = /^<(\/?)([a-z!?][a-z0-9:]*)/i;
const COUNTS = {
  colspan: /\bcolspan\s*=\s*["']?\s*(\d{1,9})/i,
  rowspan: /\browspan\s*=\s*["']?\s*(\d{1,9})/i,
} as const;

/** The quotation mark that is open at the end of a text; "" where none is. */
function openQuote(text: string): string {
  let open = "";
  for (const character of text) {
    if (open === "") open = character === '"' || character === "'" ? character : "";
    else if (character === open) open = "";
  }
  return open;
}

/** The entities that lists have in them; an unknown one stays as it stands. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: "　",
  middot: "·",
  bull: "•",
  times: "×",
  deg: "°",
  yen: "¥",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  mdash: "—",
  ndash: "–",
  hellip: "…",
};

/** Text as it stands in a page → without its layout, entities resolved: `张&middot;三\n  ` → "张·三 ". */
export function plainText(text: string): string {
  const flat = text.replace(/[ \t\r\n\f]+/g, " ");
  if (!flat.includes("&")) return flat;
  return flat.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
