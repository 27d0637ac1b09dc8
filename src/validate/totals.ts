/** Totals that a list states, held against its rows: sums of money, people and households. */
import type { Row } from "../model/list.ts";
import { add, type Fen, parseYuan, toYuan, ZERO } from "../money.ts";
import { clean } from "./text.ts";

/** What an entry's row adds to the totals. */
export interface Counted {
  readonly amount: Fen | null;
  /** It states a sum that cannot be read. */
  readonly isUnread: boolean;
  /** 保障人数 or 家庭人口 of a household's row; null where not stated. */
  readonly size: number | null;
  readonly isHead: boolean;
  readonly householdNumber: string;
}

/** A total that is not what the rows give. */
export interface WrongTotal {
  readonly row: number;
  /** It stands in the column of sums. */
  readonly inAmount: boolean;
  readonly stated: string;
  readonly counted: string;
  readonly rows: number;
  /** Of these rows, those whose sum cannot be read. */
  readonly unread: number;
}

/** Sums over some rows. */
interface Sums {
  rows: number;
  amount: Fen;
  stated: number;
  unread: number;
  size: number;
  heads: number;
  readonly households: Set<string>;
}

function nothing(): Sums {
  return { rows: 0, amount: ZERO, stated: 0, unread: 0, size: 0, heads: 0, households: new Set() };
}

/** Goes over the rows of a sheet in their order, its lists one after the other. */
export class Totals {
  readonly #wrong: WrongTotal[] = [];
  /** Total rows above all entries of a list: what they say is about the rows below. */
  #waiting: Row[] = [];
  #amountAt = -1;
  #sheet = nothing();
  #list = nothing();
  #part = nothing();

  /** A list of the sheet begins; -1 where it has no column of sums. */
  begin(amountAt: number): void {
    this.#amountAt = amountAt;
    this.#list = nothing();
    this.#part = nothing();
  }

  entry(counted: Counted): void {
    for (const sums of [this.#sheet, this.#list, this.#part]) take(sums, counted);
  }

  total(row: Row): void {
    if (this.#list.rows === 0) this.#waiting.push(row);
    else this.#compare(row, [this.#part, this.#list, this.#sheet]);
    this.#part = nothing();
  }

  /** The list is over; its wrong totals. */
  end(): readonly WrongTotal[] {
    for (const row of this.#waiting) this.#compare(row, [this.#list]);
    this.#waiting = [];
    return this.#wrong.splice(0);
  }

  /** A figure is right where it is that of the rows since the last total, of the list, or of the sheet so far. */
  #compare(row: Row, all: readonly Sums[]): void {
    const isPart = clean(row.cells.find((cell) => clean(cell) !== "") ?? "")
      .replace(/\s/g, "")
      .startsWith("小计");
    const meant = (isPart ? all[0] : all[1]) ?? all[0] ?? nothing();
    const say = (inAmount: boolean, stated: string, counted: string) =>
      this.#wrong.push({
        row: row.number,
        inAmount,
        stated,
        counted,
        rows: meant.rows,
        unread: inAmount ? meant.unread : 0,
      });
    const { sum, people, households } = statements(row, this.#amountAt);
    if (sum !== null && meant.stated > 0 && !all.some((s) => s.amount === sum.fen))
      say(sum.inAmount, `${toYuan(sum.fen)} 元`, `${toYuan(meant.amount)} 元`);
    if (people !== null && !all.some((s) => s.rows === people || s.size === people))
      say(false, `${people} 人`, `${meant.rows} 人`);
    const counted = meant.heads > 0 ? meant.heads : meant.households.size > 0 ? meant.households.size : meant.rows;
    const isCount = (s: Sums) => [s.rows, s.heads, s.households.size].includes(households ?? -1);
    if (households !== null && !all.some(isCount)) say(false, `${households} 户`, `${counted} 户`);
  }
}

function take(sums: Sums, { amount, isUnread, size, isHead, householdNumber }: Counted): void {
  sums.rows++;
  if (amount !== null) {
    sums.amount = add(sums.amount, amount);
    sums.stated++;
  }
  if (isUnread) sums.unread++;
  sums.size += size ?? 0;
  if (isHead) sums.heads++;
  if (householdNumber !== "") sums.households.add(householdNumber);
}

interface Statements {
  readonly sum: { readonly fen: Fen; readonly inAmount: boolean } | null;
  readonly people: number | null;
  readonly households: number | null;
}

/** What a total row states: the sum in its column, and "12人", "5户", "3,500.00元" anywhere else. */
function statements(row: Row, amountAt: number): Statements {
  const inColumn = amountAt < 0 ? "" : clean(row.cells[amountAt] ?? "");
  const words = row.cells
    .filter((_, index) => index !== amountAt)
    .map(clean)
    .join(" ")
    .normalize("NFKC");
  const count = (unit: string) => {
    const found = new RegExp(`(\\d{1,7})\\s*(?:${unit})(?!次|均|月)`).exec(words)?.[1];
    return found === undefined ? null : Number(found);
  };
  const fen = inColumn === "" ? null : parseYuan(inColumn);
  const written = parseYuan(/([\d,]+(?:\.\d+)?)\s*元/.exec(words)?.[1] ?? "");
  const sum = fen !== null ? { fen, inAmount: true } : written !== null ? { fen: written, inAmount: false } : null;
  return { sum, people: count("人|名|位"), households: count("户") };
}
