/** The checks of cells that many columns share, and the examples that pass them. */
import { checkDigit } from "../model/id-number.ts";
import type { CellCheck } from "../model/template.ts";
import { accountFormula, dateFormula, idNumberFormula, numberFormula } from "./formulas.ts";

/** A number in an area that nobody has, with its check digit. */
export const EXAMPLE_ID = `31019819500101001${checkDigit("31019819500101001")}`;

/** UnionPay's own test card. */
export const EXAMPLE_CARD = "6216261000000000018";

/** It asks, and does not stop: the police confirm numbers that fail. */
export const ID_CHECK: CellCheck = {
  formula: idNumberFormula,
  style: "warning",
  error: "身份证号应当是 18 位，出生日期存在，末位与前 17 位相符。请对照证件；确实无误的选“是”",
};

export const ACCOUNT_CHECK: CellCheck = {
  formula: accountFormula,
  style: "stop",
  error: "账号应当是 8 至 32 位数字，不要有字母和小数点",
};

export const COUNT_CHECK: CellCheck = {
  formula: (cell) => numberFormula(cell, "1", "99", 0),
  style: "stop",
  error: "请填 1 到 99 的整数",
};

export const DATE_CHECK: CellCheck = {
  formula: dateFormula,
  style: "warning",
  error: "请填日期，如 1950-01-01；只知道年月的选“是”",
};
