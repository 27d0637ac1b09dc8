/** How cells of a copy look: as plain as can be, faulty ones coloured. */
import type { Style } from "exceljs";
import { SEVERITY_COLOURS } from "../workbook/style.ts";
import type { CellFormat } from "./cell-xml.ts";

/** red: money waits for it · yellow: to be looked at. */
export type Colour = "none" | "warning" | "error";

/** Number formats. */
export const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: "@",
  number: "General",
  long: "0",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm:ss",
};

const FONT = { name: "宋体", family: 1, charset: 134, size: 11 } as const;

/** The list's own header. */
export const HEADER_STYLE: Partial<Style> = {
  font: { ...FONT, bold: true },
  alignment: { vertical: "middle", horizontal: "center", wrapText: true },
  numFmt: FORMATS.text,
};

/** The style of a cell. */
export function copyStyle(format: CellFormat, colour: Colour): Partial<Style> {
  const style: Partial<Style> = { font: FONT, alignment: { vertical: "middle" }, numFmt: FORMATS[format] };
  if (colour === "none") return style;
  return { ...style, fill: { type: "pattern", pattern: "solid", fgColor: { argb: SEVERITY_COLOURS[colour] } } };
}

/** All styles that a cell of a copy can have. */
export function styleKeys(): readonly ("header" | readonly [CellFormat, Colour])[] {
  const formats = Object.keys(FORMATS) as CellFormat[];
  const colours: readonly Colour[] = ["none", "warning", "error"];
  return ["header", ...formats.flatMap((format) => colours.map((colour) => [format, colour] as const))];
}
