/** What is said about the columns of a list: not known, two for one field, headers that their cells belie. */
import type { ListWords } from "../model/list-words.ts";
import { nearest } from "../problem/nearest.ts";
import type { ColumnFinding, Columns } from "./columns.ts";
import { columnName } from "./header.ts";
import type { HeaderWords } from "./header-words.ts";
import type { ListProblems } from "./list-problems.ts";

/** Reports the findings about the columns of one list. */
export function reportColumns(columns: Columns, words: ListWords, { all }: HeaderWords, problems: ListProblems): void {
  const fieldName = (field: keyof ListWords["headers"]) => words.headers[field][0] ?? field;
  const report = (found: ColumnFinding) => {
    switch (found.is) {
      case "unknown": {
        const { header, row } = found.column;
        const near = nearest(header, all).join("、");
        problems.add("V008", row, { header, near }, { column: columnName(found.column), content: header });
        return;
      }
      case "by-contents": {
        const { header, row } = found.column;
        const params = { header, field: fieldName(found.field) };
        problems.add("V009", row, params, { column: columnName(found.column), content: header });
        return;
      }
      case "other-contents": {
        const { header, row } = found.column;
        const params = { header, field: fieldName(found.field), holds: fieldName(found.holds) };
        problems.add("V013", row, params, { column: columnName(found.column), content: header });
        return;
      }
      case "several": {
        const [first] = found.columns;
        const used = found.used === null ? "" : columnName(found.used);
        const names = found.columns.map(columnName).join("、");
        const params = { field: fieldName(found.field), columns: names, used, why: found.why };
        const content = found.columns.map((c) => c.header).join("、");
        problems.add("V007", (found.used ?? first)?.row ?? 0, params, { column: used, content });
        return;
      }
      case "whom": {
        const [first] = found.columns;
        const names = found.columns.map(columnName).join("、");
        const params = { field: found.fields.map(fieldName).join("、"), columns: names };
        problems.add("V019", first?.row ?? 0, params, { content: found.columns.map((c) => c.header).join("、") });
        return;
      }
      default:
        return found satisfies never;
    }
  };
  for (const found of columns.findings) report(found);
}
