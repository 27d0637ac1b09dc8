/** The edition's own columns, where a programme looks at them: 复审结果, 面积, 入职日期. */
import { type Fraction, toDecimal, toYuanText } from "../fraction.ts";
import type { DeclaredField, Programme, Rules } from "../model/rules.ts";
import type { CellCheck, TemplateColumn } from "../model/template.ts";
import type { LookedAt } from "../rules/looked-at.ts";
import { DATE_CHECK } from "./checks.ts";
import { column, type Plain } from "./column.ts";
import { numberFormula } from "./formulas.ts";

/** One column for each declared one that these programmes need, look at or shut somebody out by; in the edition's order. */
export function declaredColumns(
  programmes: readonly Programme[],
  looked: readonly LookedAt[],
  { fields }: Rules,
): readonly TemplateColumn[] {
  const refusals = programmes.flatMap((p) => p.refusals);
  const named = new Set([
    ...programmes.flatMap((p) => p.needs),
    ...looked.flatMap((l) => l.names),
    ...refusals.map((r) => r.field),
  ]);
  return fields
    .filter((field) => named.has(field.name))
    .map((field) => {
      const shutting = refusals.filter((r) => r.field === field.name).flatMap((r) => r.is);
      return column(field.name, shutting.length > 0 ? refusing(field, shutting) : asDeclared(field));
    });
}

/** A column by which some are shut out. */
function refusing(field: DeclaredField, is: readonly string[]): Plain {
  const how = `填“${is[0] ?? ""}”的不予发放，其余照发`;
  const example = is.includes("未通过") ? "通过" : "";
  return { ...asDeclared(field), need: "必填", how, example, width: 12 };
}

function asDeclared(field: DeclaredField): Plain {
  // Where a blank cell means something of its own, nobody need fill it in.
  const need = field.blank === null ? "必填" : "选填";
  const blank = field.blank === null ? "" : `；不填算“${field.blank}”`;
  switch (field.kind) {
    case "text":
      return { need, how: `照实填写${blank}`, example: "", width: 16 };
    case "words":
    case "yes-no": {
      const words = [...field.words.keys()];
      return { need, how: `从下拉框选择${blank}`, example: words[0] ?? "", width: 16, words, wordsOnly: true };
    }
    case "number": {
      const of = field.unit === "" ? "" : `单位：${field.unit}；`;
      const how = `${of}${decimalsText(field)}${boundsText(field, toDecimal)}${blank}`;
      const example = toDecimal(field.from ?? field.to ?? { n: 1n, d: 1n });
      return { need, how, example, width: 12, kind: "number", check: inBounds(field, field.decimals, toDecimal) };
    }
    case "sum": {
      const how = `元，最多两位小数${boundsText(field, toYuanText)}${blank}`;
      const example = toYuanText(field.from ?? field.to ?? { n: 100_000n, d: 1n });
      return { need, how, example, width: 13, kind: "yuan", check: inBounds(field, 2, toYuanText) };
    }
    case "date":
      return {
        need,
        how: `日期，如 2023-01-05${blank}`,
        example: "2023-01-05",
        width: 13,
        kind: "date",
        check: DATE_CHECK,
      };
    default:
      return field.kind satisfies never;
  }
}

function decimalsText({ decimals }: DeclaredField): string {
  return decimals === 0 ? "整数" : `最多 ${decimals} 位小数`;
}

function boundsText({ from, to }: DeclaredField, write: (value: Fraction) => string): string {
  const low = from === null ? "" : `，不小于 ${write(from)}`;
  return `${low}${to === null ? "" : `，不大于 ${write(to)}`}`;
}

/** Outside its bounds a cell waits for a decision, so that it is asked about and not refused. */
function inBounds(field: DeclaredField, decimals: number, write: (value: Fraction) => string): CellCheck {
  // A bound such as 1/3 has no end that a formula could hold.
  const written = (bound: Fraction | null) => (bound === null || write(bound).endsWith("…") ? "" : write(bound));
  return {
    formula: (cell) => numberFormula(cell, written(field.from), written(field.to), decimals),
    style: "warning",
    error: `请填数字，${decimals === 0 ? "整数" : `最多 ${decimals} 位小数`}${boundsText(field, write)}`,
  };
}
