/** Blank lists that agencies fill in (`relief template`), and how the sheet that explains one is known when it comes back. */

/** What a cell is asked while it is typed, as a formula of Excel's and WPS's. */
export interface CellCheck {
  /** True where the cell, given as "D4", is right. */
  readonly formula: (cell: string) => string;
  /** `stop` takes nothing else; `warning` asks whether it is meant so. */
  readonly style: "stop" | "warning";
  readonly error: string;
}

/** One column of a blank list. */
export interface TemplateColumn {
  /** As `compute` knows it: the first synonym of a field, or the name of a declared column. */
  readonly header: string;
  readonly need: "必填" | "选填";
  /** How to fill it in: shown when the cell is chosen, and on the sheet that explains. */
  readonly how: string;
  readonly example: string;
  /** In half-width characters. */
  readonly width: number;
  /** Numbers of people and accounts are text: Excel keeps 15 digits of a number. */
  readonly kind: "text" | "yuan" | "number" | "date";
  /** A drop-down; empty: none. */
  readonly words: readonly string[];
  /** Another word than those of the drop-down is asked about; else the drop-down is only an offer. */
  readonly wordsOnly: boolean;
  readonly check: CellCheck | null;
}

/** What a blank list is for, as its sheet of explanation says it. */
export interface TemplateUse {
  readonly programme: string;
  /** 每人 460.00 元. */
  readonly standard: string;
  readonly clause: string;
  readonly quote: string;
}

/** One blank list: an agency's, for categories that open the same programmes. */
export interface TemplateList {
  /** The office's name: 区民政局. */
  readonly office: string;
  /** What the list is called beside the office: 低保; the agency's key in front of it makes the file's name. */
  readonly name: string;
  readonly fileStem: string;
  /** Several: the list has a column 对象类别. */
  readonly categories: readonly string[];
  readonly uses: readonly TemplateUse[];
  /** Programmes that look at who is on it, and pay nobody for it. */
  readonly lookedAtBy: readonly string[];
  /** One row a person of a household, one a household, one a person. */
  readonly rows: "members" | "households" | "people";
  readonly columns: readonly TemplateColumn[];
}

/** The season in which a list is filled in, as its edition says. */
export interface Season {
  readonly title: string;
  /** 在册月份. */
  readonly listedIn: string;
  /** Number of the document. */
  readonly document: string;
}

/** The sheet that explains a blank list. */
export const GUIDE_SHEET = "填表说明";

/** Its first cell, by which it is known under any name: nothing on a sheet that begins so is read. */
export const GUIDE_MARK = "填表说明（relief 模板自带，不作名单读）";
