/**
 * Rows are equal when they say the same. A row of a workbook makes its cells when they are asked for: as properties,
 * which are all that `toEqual` looks at, it has none of them, and any two rows of the same kinds would be equal.
 */
import { expect } from "vitest";
import type { Row } from "../src/model/list.ts";

function isRow(value: unknown): value is Row {
  return typeof value === "object" && value !== null && "cells" in value && "kinds" in value && "number" in value;
}

const plain = ({ number, hidden, kinds, cells }: Row) => ({ number, hidden, kinds, cells: [...cells] });

expect.addEqualityTesters([
  function (a, b) {
    return isRow(a) && isRow(b) ? this.equals(Object.entries(plain(a)), Object.entries(plain(b))) : undefined;
  },
]);
