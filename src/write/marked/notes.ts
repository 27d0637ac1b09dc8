/**
 * The notes at coloured cells: the part that holds their texts, and the drawing that says where their boxes open. Both
 * are written here, since exceljs takes 5 s for 20 000 notes and makes all boxes of one small size.
 */

import { columnLetter } from "../../model/place.ts";
import { displayWidth, xmlText } from "../workbook/text.ts";
import type { Fault, Mark } from "./faults.ts";

/** Notes on one sheet at most: office programs keep a shape for each, and LibreOffice takes 10 s for 5 000. The cells are coloured and listed all the same. */
const MOST_NOTES = 2_000;

/** What a severity is called to those who are to mend the list. */
export const ASKS: Readonly<Record<Fault["severity"], string>> = { error: "必须处理", warning: "请核对" };

/** The note of a cell: what is wrong, and what to do. */
export function noteText({ faults }: Mark): string {
  const told = new Set(faults.map(({ severity, what, asked }) => `${ASKS[severity]}：${what}。\n${asked}。`));
  return [...told].join("\n");
}

/** xl/comments1.xml. */
export function notesXml(marks: readonly Mark[]): string {
  const notes = marks.slice(0, MOST_NOTES).map((mark) => {
    const text = xmlText(noteText(mark));
    return `<comment ref="${columnLetter(mark.column)}${mark.row}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="宋体"/><charset val="134"/></rPr><t xml:space="preserve">${text}</t></r></text></comment>`;
  });
  return `${XML}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>relief</author></authors><commentList>${notes.join("")}</commentList></comments>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** xl/drawings/vmlDrawing1.vml; `widths` are those of the sheet's columns. */
export function shapesXml(marks: readonly Mark[], widths: readonly number[]): string {
  const shapes = marks.slice(0, MOST_NOTES).map((mark, at) => shapeXml(mark, at, widths));
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join("")}</xml>`;
}

/** Half-width characters in a line of a box. */
const BOX_WIDTH = 44;
const DEFAULT_COLUMN = 9;

/** A box to the right of its cell, as wide and as high as its text needs. */
function shapeXml(mark: Mark, at: number, widths: readonly number[]): string {
  const [row, column] = [mark.row - 1, mark.column - 1];
  let lines = 0;
  for (const line of noteText(mark).split("\n")) lines += Math.max(1, Math.ceil(displayWidth(line) / BOX_WIDTH));
  let right = column + 1;
  for (let width = 0; width < BOX_WIDTH; right++) width += widths[right] ?? DEFAULT_COLUMN;
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 12, top, 8, right, 8, top + lines + 1, 8].join(", ");
  return `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
