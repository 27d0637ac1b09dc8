/** Columns on a terminal, where a 汉字 takes two cells. */

/** Cells that a text takes on a terminal: a 汉字 takes two. */
function width(text: string): number {
  let cells = 0;
  for (const char of text)
    cells +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u.test(
        char,
      )
        ? 2
        : 1;
  return cells;
}

function padEnd(text: string, cells: number): string {
  return text + " ".repeat(Math.max(cells - width(text), 0));
}

function padStart(text: string, cells: number): string {
  return " ".repeat(Math.max(cells - width(text), 0)) + text;
}

/** Rows of columns, aligned: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  return aligned(rows, ["left"], "right");
}

/** Rows of columns, each to its side; `others` is the side of columns that are not named. */
export function aligned(rows: readonly (readonly string[])[], sides: readonly Side[], others: Side): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, width(cell));
  return rows.map((row) => {
    const cells = row.map((cell, at) =>
      (sides[at] ?? others) === "left" ? padEnd(cell, widths[at] ?? 0) : padStart(cell, widths[at] ?? 0),
    );
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

type Side = "left" | "right";
