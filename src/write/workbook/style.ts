/** The one style of all workbooks: black on white, thin lines, a light header; it prints well and tires nobody. */
import type { Alignment, Borders, Fill, Font, Style } from "exceljs";
import type { ColumnKind, RowKind } from "./table.ts";

/** Every Chinese Excel and WPS has it. */
const FACE = "宋体";
const SIZE = 10;

/** Keeps a text from touching the number in the column before it. */
const INDENT = 1;

const thin = { style: "thin", color: { argb: "FF9A9A9A" } } as const;
const LINK_COLOUR = { argb: "FF0563C1" };
/** Fills of cells of a list that must be mended, or looked at: those in which Excel itself shows bad and neutral. */
export const SEVERITY_COLOURS = { warning: "FFFFEB9C", error: "FFFFC7CE" } as const;

const FRAME: Borders = { top: thin, left: thin, bottom: thin, right: thin, diagonal: {} };

const HEADER_FILL: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE7ECF2" } };
const GROUP_FILL: Fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF5F5F5" } };

/** Numbers of people (ID numbers, accounts, telephones) are text: Excel keeps only 15 digits of a number. */
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  link: "@",
  yuan: "#,##0.00",
  count: "#,##0",
  share: "0.0%",
};

function font(bold: boolean, size: number): Partial<Font> {
  return { name: FACE, family: 1, charset: 134, size, bold };
}

/** The sheet's title. */
export const TITLE: Partial<Style> = { font: font(true, 14), alignment: { vertical: "middle", horizontal: "left" } };

/** A line below the title, or without a frame at the end. */
export const PLAIN: Partial<Style> = { font: font(false, SIZE), alignment: { vertical: "middle" }, numFmt: "@" };

/** A heading within a page. */
export const HEADING: Partial<Style> = { font: font(true, 11), alignment: { vertical: "middle" } };

/** A column's title. */
export const HEADER: Partial<Style> = {
  font: font(true, SIZE),
  fill: HEADER_FILL,
  border: FRAME,
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
  numFmt: "@",
};

/** A cell of a row: its column's format in its row's weight. */
export function cellStyle(column: ColumnKind, row: RowKind): Partial<Style> {
  if (row === "note") return PLAIN;
  if (row === "header") return HEADER;
  const alignment: Partial<Alignment> =
    column === "text" || column === "link"
      ? { vertical: "middle", horizontal: "left", wrapText: true, indent: INDENT }
      : { vertical: "middle", horizontal: "right" };
  const isBody = row === "body" || row === "error" || row === "warning";
  const isLink = column === "link" && isBody;
  const style: Partial<Style> = {
    font: isLink ? { ...font(false, SIZE), underline: true, color: LINK_COLOUR } : font(!isBody, SIZE),
    border: FRAME,
    alignment,
    numFmt: FORMATS[column],
  };
  if (row === "group") return { ...style, fill: GROUP_FILL };
  if (!isLink || row === "body") return style;
  return { ...style, fill: { type: "pattern", pattern: "solid", fgColor: { argb: SEVERITY_COLOURS[row] } } };
}
