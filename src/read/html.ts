/**
 * Web pages with tables, as many systems export them under the name of .xls. Excel opens such a page, but makes numbers
 * of the ID numbers in it, which lose their last digits; here they stay text. All tables, and the lines of text above
 * and between them, make one list, one below the other, as Excel shows the page.
 */
import type { List, MergedRange } from "../model/list.ts";
import { asUtf8 } from "./encoding.ts";
import { HtmlScanner, plainText } from "./html-text.ts";
import { MAX_CELLS, MAX_COLUMNS, MAX_RECODED_BYTES, MAX_ROWS } from "./limits.ts";
import { Filled, rangeOf, SheetRows, textCell } from "./rows.ts";
import { damaged, overLimit } from "./unreadable.ts";

/** Reads a web page whose bytes are given. */
export function readHtml(bytes: Buffer, file: string): List {
  if (bytes.length > MAX_RECODED_BYTES) {
    throw overLimit("网页的字节数", "bytes of the web page", MAX_RECODED_BYTES, bytes.length);
  }
  const page = asUtf8(bytes).toString("utf8");
  // Excel says in a comment of the page what the sheet was called.
  const sheet = plainText(/<x:Name>([^<]{0,200})<\/x:Name>/.exec(page)?.[1] ?? "").trim();
  return { file, sheet, ...new PageReader(page).read() };
}

/** A cell that goes on over the rows below. */
interface Span {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Tags that begin a new line. */
const BREAKS: ReadonlySet<string> = new Set("br p div li ul ol h1 h2 h3 h4 h5 h6 hr center body caption".split(" "));

/** One pass over a page. */
class PageReader {
  readonly #scan: HtmlScanner;
  readonly #rows = new SheetRows(new Filled());
  readonly #merged: MergedRange[] = [];
  #row = 0;
  #inRow = false;
  #column = 1;
  /** What reaches down into the row at hand, by column; those of the tables around are kept aside. */
  #spans: readonly Span[] = [];
  readonly #around: (readonly Span[])[] = [];
  #tables = 0;
  #steps = 0;
  /** The text at hand, of a cell or of a line outside of cells. */
  #text = "";
  #cell: { readonly columns: number; readonly rows: number } | null = null;

  constructor(page: string) {
    this.#scan = new HtmlScanner(page);
  }

  read(): Omit<List, "file" | "sheet"> {
    const scan = this.#scan;
    while (scan.next()) {
      this.#text += plainText(scan.text);
      this.#take(scan.name, scan.closes);
    }
    this.#text += plainText(scan.text);
    this.#endRow();
    if (this.#tables === 0) throw damaged("网页里没有表格", "the web page has no table");
    return { rows: this.#rows.rows(), merged: this.#merged, hiddenColumns: [], original: null };
  }

  #take(name: string, closes: boolean): void {
    if (name === "td" || name === "th") {
      this.#endCell();
      if (!closes) this.#beginCell();
    } else if (name === "tr") {
      this.#endRow();
      if (!closes) this.#beginRow();
    } else if (name === "table") {
      this.#endRow();
      if (closes) this.#spans = this.#around.pop() ?? [];
      else this.#beginTable();
    } else if (BREAKS.has(name)) {
      if (this.#cell === null) this.#takeLine();
      else this.#text += "\n";
    }
  }

  /** A table within a cell is most often the list, and the one around it layout: its rows are rows. */
  #beginTable(): void {
    this.#tables++;
    this.#around.push(this.#spans);
    this.#spans = [];
  }

  #beginRow(): void {
    this.#takeLine();
    this.#row++;
    this.#inRow = true;
    this.#column = 1;
    if (this.#row > MAX_ROWS) throw overLimit("行数", "rows", MAX_ROWS, this.#row);
    this.#count(this.#spans.length);
    this.#spans = this.#spans.filter((span) => span.bottom >= this.#row);
    this.#rows.begin(this.#row, this.#scan.hides());
  }

  #endRow(): void {
    this.#endCell();
    this.#takeLine();
    if (this.#inRow) this.#rows.end(1);
    this.#inRow = false;
  }

  #beginCell(): void {
    if (!this.#inRow) this.#beginRow();
    this.#text = "";
    this.#cell = { columns: this.#scan.count("colspan", MAX_COLUMNS), rows: this.#scan.count("rowspan", MAX_ROWS) };
  }

  #endCell(): void {
    const cell = this.#cell;
    if (cell === null) return;
    this.#cell = null;
    const left = this.#freeColumn();
    const right = left + cell.columns - 1;
    const bottom = Math.min(this.#row + cell.rows - 1, MAX_ROWS);
    if (right > MAX_COLUMNS) throw overLimit("列数", "columns", MAX_COLUMNS, right);
    this.#rows.put(left, textCell(this.#takeText()));
    const range = rangeOf(this.#row, left, bottom, right);
    if (range !== null) this.#merged.push(range);
    if (bottom > this.#row) {
      this.#count(this.#spans.length);
      this.#spans = [...this.#spans, { left, right, bottom }].sort((a, b) => a.left - b.left);
    }
    this.#column = right + 1;
  }

  /** The next column that nothing from above reaches into. */
  #freeColumn(): number {
    this.#count(this.#spans.length);
    let column = this.#column;
    for (const { left, right } of this.#spans) if (left <= column && column <= right) column = right + 1;
    return column;
  }

  /** A line of text outside of cells is a row of its own; within a row it is nothing that a person would see. */
  #takeLine(): void {
    const text = this.#takeText();
    if (text === "" || this.#inRow) return;
    this.#row++;
    this.#rows.begin(this.#row, false);
    this.#rows.put(1, textCell(text));
    this.#rows.end(1);
  }

  /** The text at hand as a person sees it: every line trimmed. */
  #takeText(): string {
    const lines = this.#text.split("\n").map((line) => line.replace(/ +/g, " ").trim());
    this.#text = "";
    return lines.join("\n").trim();
  }

  /** Cells that reach over many rows make work that the size of the page does not show. */
  #count(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_CELLS) throw overLimit("单元格数", "cells", MAX_CELLS, `> ${MAX_CELLS}`);
  }
}
