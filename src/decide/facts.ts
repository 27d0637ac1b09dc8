/**
 * Answers what amounts and conditions ask about one unit. What was looked at is noted with the row that says it; what
 * cannot be answered is noted as a problem for which the unit waits: nothing is guessed.
 */

import { type Fraction, toYuanText } from "../fraction.ts";
import { type Entry, placeOf } from "../model/entry.ts";
import { birthDate, isResidentNumber } from "../model/id-number.ts";
import { hasEntry, type Person } from "../model/register.ts";
import type { DeclaredField } from "../model/rules.ts";
import { PLACE_UNKNOWN } from "../model/where.ts";
import { type Fen, toYuan } from "../money.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { cellOf, wordText } from "../rules/fields.ts";
import type { CellValue, Facts, Given, Holding, Unclear } from "../rules/given.ts";
import { boundsText, wantedText } from "./column-words.ts";
import { type Draft, ownRow } from "./draft.ts";
import type { Given as Run } from "./given.ts";
import type { Notes } from "./notes.ts";

/** Asks about the unit of a draft, or about one member of it. */
export class UnitFacts implements Facts {
  readonly #draft: Draft;
  readonly #run: Run;
  readonly #notes: Notes;
  /** The member that is asked about; null: the unit itself. */
  readonly #member: Person | null;
  /** The counted members; null where some of them have no row. */
  #members: readonly Person[] | null = null;
  #size: { readonly named: number; readonly declared: readonly number[] } = { named: 0, declared: [] };
  #listed: Fen | null = null;
  #askedForListed = false;

  constructor(draft: Draft, run: Run, notes: Notes, member: Person | null = null) {
    this.#draft = draft;
    this.#run = run;
    this.#notes = notes;
    this.#member = member;
  }

  /** Who counts, once that is known: one by one, and as the lists state their number. */
  setMembers(
    members: readonly Person[] | null,
    size: { readonly named: number; readonly declared: readonly number[] },
  ): void {
    this.#members = members;
    this.#size = size;
  }

  /** The sum of the list, once it is read. */
  setListed(sum: Fen | null): void {
    this.#listed = sum;
  }

  /** Whether the sum of the list was of any concern. */
  get askedForListed(): boolean {
    return this.#askedForListed;
  }

  listed(): Fen | null {
    this.#askedForListed = true;
    return this.#listed;
  }

  cell(field: DeclaredField): CellValue | null {
    const rows = this.#rows();
    const filled = rows.filter((row) => (row.fields.get(field.name) ?? "") !== "");
    const [first] = filled;
    const row = first ?? rows[0] ?? ownRow(this.#draft);
    const key = `${field.name}\u0000${this.#member?.key ?? ""}`;
    const text = first?.fields.get(field.name) ?? "";
    const read = cellOf(field, text);
    const { programme } = this.#draft;
    const params = { programme: programme.name, field: field.name, name: row.name };
    const at = placeOf(row, field.name);
    if (read.is === "empty") return this.#notes.wait(key, this.#emptyCell(field, row, rows));
    const wanted = wantedText(field);
    if (read.is === "unreadable")
      return this.#notes.wait(key, problem("D133", at, { field: field.name, text, ...wanted }, { content: text }));
    const others = filled.filter((other) => differs(field, read.value, other));
    if (others.length > 0) {
      const texts = [row, ...others].map((other) => other.fields.get(field.name) ?? "").join("、");
      const also = others.map((other) => placeOf(other, field.name));
      return this.#notes.wait(key, problem("D135", at, { ...params, texts }, { content: texts, also }));
    }
    const shown = text === "" ? `（空）按 ${wordText(read.value.text)}` : shownText(field, read.value, text);
    this.#notes.look(`${field.name}=${shown}`, row);
    if (read.is === "outside") {
      const bounds = boundsText(field);
      const detail = { content: text, ...this.#settling(row, `${field.name} ${text}`) };
      this.#notes.doubt(key, problem("D134", at, { field: field.name, text, bounds }, detail));
    }
    return read.value;
  }

  bornOn(): string | null {
    const person = this.#person();
    const fromNumber = isResidentNumber(person.idNumber) ? birthDate(person.idNumber) : null;
    const row = person.entries.find((entry) => entry.bornOn !== "");
    const born = fromNumber ?? row?.bornOn ?? "";
    if (born !== "") {
      this.#notes.look(`${person.name}出生日期=${born}`, fromNumber === null && row ? row : null);
      return born;
    }
    const at = placeOf(this.#rows()[0] ?? ownRow(this.#draft), "idNumber");
    const params = { programme: this.#draft.programme.name, name: person.name };
    return this.#notes.wait(`born\u0000${person.key}`, problem("D136", at, params, { content: person.name }));
  }

  holding(id: string): Holding | null {
    const { unit, programme } = this.#draft;
    const { holdings, rules } = this.#run;
    const person = this.#member ?? (unit.kind === "person" ? unit.person : null);
    const found =
      person === null ? holdings.ofHousehold(id, unit.household) : holdings.ofPerson(id, person, unit.household);
    const other = rules.programmes.find((p) => p.id === id)?.name ?? id;
    if (found !== null) {
      this.#notes.look(found.holds ? `已享受${other} ${toYuan(found.sum)}` : `没有享受${other}`, null);
      return found;
    }
    const params = { other, programme: programme.name };
    const waits = problem("D137", placeOf(ownRow(this.#draft)), params, { content: other });
    return this.#notes.wait(`holds\u0000${id}\u0000${person?.key ?? ""}`, waits);
  }

  street(): string | null {
    const { street } = this.#draft.where;
    if (street !== PLACE_UNKNOWN) {
      this.#notes.look(`街镇=${street}`, null);
      return street;
    }
    const params = { programme: this.#draft.programme.name, name: this.#draft.unit.person.name };
    return this.#notes.wait("street", problem("D138", placeOf(ownRow(this.#draft)), params));
  }

  members(): readonly Given[] | null {
    if (this.#members !== null) return this.#members.map((person) => this.asMember(person));
    const row = ownRow(this.#draft);
    const { named, declared } = this.#size;
    const params = { programme: this.#draft.programme.name, name: row.name, named, declared: declared.join("、") };
    return this.#notes.wait("members", problem("D139", placeOf(row, "covered"), params));
  }

  outOfBounds(sum: Fen, from: Fraction | null, to: Fraction | null): void {
    const row = this.#rows().find((each) => each.listed !== null) ?? ownRow(this.#draft);
    const bounds = { from: from === null ? "0.00" : toYuanText(from), to: to === null ? "∞" : toYuanText(to) };
    const detail = { content: toYuan(sum), ...this.#settling(row, toYuan(sum)) };
    this.#notes.doubt("bounds", problem("D104", placeOf(row, "amount"), { sum: toYuan(sum), ...bounds }, detail));
  }

  unclear(unclear: Unclear): void {
    const row = this.#rows()[0] ?? ownRow(this.#draft);
    this.#notes.wait(JSON.stringify(unclear), unclearProblem(unclear, row, this.#draft.programme.name));
  }

  unanswered(): number {
    return this.#notes.unanswered;
  }

  /** The rows that may say something about who is asked about: of a person, the person's own alone. */
  #rows(): readonly Entry[] {
    const { unit, entries: rows } = this.#draft;
    const person = this.#member ?? (unit.kind === "person" ? unit.person : null);
    return person === null ? rows : rows.filter((row) => hasEntry(person, row));
  }

  #person(): Person {
    return this.#member ?? this.#draft.unit.person;
  }

  /** One member as a unit of its own. */
  asMember(person: Person): Given {
    const { doubts } = this.#run;
    const says = (category: string) =>
      person.entries.some((entry) => entry.categories.includes(category) && doubts.dropped(entry) === null);
    return {
      counted: 1,
      categories: { has: says },
      facts: new UnitFacts(this.#draft, this.#run, this.#notes, person),
      month: "",
    };
  }

  #settling(row: Entry, value: string) {
    const { idNumber, name } = this.#person();
    const subject = {
      idNumber,
      name: name === "" ? row.name : name,
      otherIdNumber: "",
      value: `${this.#draft.programme.id} ${value}`,
    };
    return { subject, decisions: this.#run.campaign.decisions };
  }

  /** Nothing is in the cell; or the list has no such column, which is told once for all its rows. */
  #emptyCell(field: DeclaredField, row: Entry, rows: readonly Entry[]): Problem {
    const { programme } = this.#draft;
    if (rows.some((each) => each.fields.has(field.name))) {
      const params = { programme: programme.name, field: field.name, name: row.name };
      return problem("D131", placeOf(row, field.name), params);
    }
    return this.#run.lacking.column(programme, field, row);
  }
}

function differs(field: DeclaredField, value: CellValue, row: Entry): boolean {
  const other = cellOf(field, row.fields.get(field.name) ?? "");
  if (other.is === "empty" || other.is === "unreadable") return true;
  if (value.number !== null) return other.value.number?.n !== value.number.n || other.value.number.d !== value.number.d;
  return other.value.text !== value.text;
}

function shownText(field: DeclaredField, value: CellValue, text: string): string {
  return field.kind === "words" || field.kind === "yes-no" || field.kind === "date" ? wordText(value.text) : text;
}

function unclearProblem(unclear: Unclear, row: Entry, programme: string): Problem {
  switch (unclear.why) {
    case "no-standard": {
      const { standard, day } = unclear;
      return problem("D140", placeOf(row), { programme, standard, day }, { content: day });
    }
    case "no-word": {
      const { field, word } = unclear;
      return problem("D141", placeOf(row, field), { programme, field, word }, { content: word });
    }
    case "too-large":
      return problem("D142", placeOf(row), { programme });
    default:
      return unclear satisfies never;
  }
}
