/** Can a programme's amount and conditions be meant as they stand? Names, units, days, edges, and roundings that lack. */
import { isWhole } from "../fraction.ts";
import { isDay } from "../model/civil-date.ts";
import type { Amount, FieldKind } from "../model/rules.ts";
import type { Problem } from "../problem/problem.ts";
import type { Draft, NamedSection, Part } from "./draft.ts";
import { toField } from "./fields.ts";
import { grainsOf } from "./grains.ts";
import type { Fault, Grains, Use } from "./language.ts";
import { toStandard } from "./parts.ts";
import { MONTH_DAYS } from "./prepare.ts";
import { amountKind, conditionKind, quantityKind, type Reached, reachedByProgramme, stepKind } from "./reach.ts";
import { unknownName, wrong } from "./references.ts";
import type { Path, YamlText } from "./yaml-text.ts";

type Programme = Part<Draft["programmes"][number]["value"]>;

/** What of all programmes cannot be meant. */
export function mechanisms(draft: Draft, yaml: YamlText): readonly Problem[] {
  const grains = grainsOf(draft.fields.map(toField), draft.standards.map(toStandard));
  const checker = new Checker(draft, yaml, grains);
  for (const standard of draft.standards) checker.standard(standard);
  for (const programme of draft.programmes) checker.programme(programme);
  return checker.problems;
}

/** The programmes at whose decisions a programme looks, each with its place. */
export function programmesLookedAt(
  value: Programme["value"],
  path: Path,
): readonly { readonly name: string; readonly path: Path }[] {
  const off = (value.counted?.["all-but-granted"] ?? []).map((name, i) => ({
    name,
    path: [...path, "counted", "all-but-granted", i],
  }));
  const others = reachedBy({ id: "", path, value }).flatMap(({ use, path: at }) =>
    use.use === "programme" ? [{ name: use.name, path: at }] : [],
  );
  return [...off, ...others];
}

/** Everything that a programme's amount and conditions reach. */
function reachedBy({ path, value }: Programme): readonly Reached[] {
  const { eligible, counted, amount } = value;
  const reached = reachedByProgramme({ eligible, countedWhere: counted?.where ?? [], amount });
  return reached.map((each) => ({ ...each, path: [...path, ...each.path] }));
}

class Checker {
  readonly problems: Problem[] = [];
  readonly #draft: Draft;
  readonly #yaml: YamlText;
  readonly #grains: Grains;
  readonly #fields: ReadonlyMap<string, { readonly kind: FieldKind; readonly words: readonly string[] }>;
  readonly #standards: ReadonlyMap<string, "sum" | "rate">;

  constructor(draft: Draft, yaml: YamlText, grains: Grains) {
    this.#draft = draft;
    this.#yaml = yaml;
    this.#grains = grains;
    this.#fields = new Map(
      draft.fields.map((part) => {
        const { kind, words } = toField(part);
        return [part.id, { kind, words: [...words.keys()] }];
      }),
    );
    this.#standards = new Map(draft.standards.map((part) => [part.id, toStandard(part).kind]));
  }

  standard({ path, value }: Draft["standards"][number]): void {
    this.#day(value.on, [...path, "on"], true);
  }

  programme(programme: Programme): void {
    const { path, value } = programme;
    const reached = reachedBy(programme);
    for (const each of reached) {
      this.#faults(each);
      this.#name(each);
      this.#context(each, value.unit);
    }
    this.#rounding(value.amount, [...path, "amount"]);
    this.#needs(programme, reached);
  }

  #wrong(path: Path, zh: string, en: string): void {
    this.problems.push(wrong(this.#yaml, path, "value", zh, en));
  }

  #unknown(section: NamedSection, name: string, known: readonly string[], path: Path): void {
    const last = path.at(-1);
    this.problems.push(unknownName(this.#yaml, section, name, known, path, last === name ? "key" : "value"));
  }

  /** What a kind says of itself. */
  #faults({ use, path }: Reached): void {
    const tell = (faults: readonly Fault[] | undefined, above: Path) => {
      for (const { zh, en, at } of faults ?? []) this.#wrong([...above, ...at], zh, en);
    };
    if (use.use === "amount") {
      const { amount } = use;
      tell(amountKind(amount).faults?.(amount.said, this.#grains), [...path, amount.kind]);
      for (const [i, step] of amount.steps.entries())
        tell(stepKind(step).faults?.(step.said, this.#grains), [...path, "then", i, step.kind]);
    } else if (use.use === "quantity") {
      tell(quantityKind(use.quantity).faults?.(use.quantity.said, this.#grains), [...path, use.quantity.kind]);
    } else if (use.use === "who" || use.use === "conditions") {
      const [conditions, above] = use.use === "who" ? [use.who.where, [...path, "where"]] : [use.conditions, path];
      for (const [i, condition] of conditions.entries())
        tell(conditionKind(condition).faults?.(condition.said), [...above, i, condition.kind]);
    }
  }

  /** Names that there must be. */
  #name({ use, path, where }: Reached): void {
    const { names } = this.#draft;
    switch (use.use) {
      case "category":
        if (!names.categories.includes(use.name)) this.#unknown("categories", use.name, names.categories, path);
        break;
      case "programme":
        if (!names.programmes.includes(use.name)) this.#unknown("programmes", use.name, names.programmes, path);
        break;
      case "street": {
        const streets = this.#draft.head?.streets ?? [];
        if (!streets.includes(use.name)) this.#wrong(path, `streets 里没有“${use.name}”`, `streets has no ${use.name}`);
        break;
      }
      case "field":
        this.#field(use.name, use.kinds, path);
        break;
      case "word":
        this.#word(use, path);
        break;
      case "sum":
      case "rate":
        this.#sum(use, path);
        break;
      case "day":
        this.#day(use.name, path, where.month);
        break;
      default:
    }
  }

  #field(name: string, kinds: readonly FieldKind[], path: Path): void {
    const field = this.#fields.get(name);
    if (field === undefined) {
      if (!this.#draft.names.fields.includes(name)) this.#unknown("fields", name, this.#draft.names.fields, path);
    } else if (!kinds.includes(field.kind))
      this.#wrong(
        path,
        `“${name}”这一列是 ${field.kind}，这里要 ${kinds.join("、")}`,
        `${name} holds ${field.kind}, not ${kinds.join(", ")}`,
      );
  }

  #word({ field, word }: Extract<Use, { use: "word" }>, path: Path): void {
    const declared = this.#fields.get(field);
    const known = declared?.kind === "yes-no" ? ["yes", "no"] : (declared?.words ?? []);
    if (declared === undefined || declared.kind === "text" || known.includes(word)) return;
    this.#wrong(
      path,
      `“${field}”这一列没有“${word}”；有的是${known.join("、")}`,
      `${field} has no ${word}, but ${known.join(", ")}`,
    );
  }

  /** A standard, or a column that holds sums; or a declared rate. */
  #sum({ use, name }: Extract<Use, { use: "sum" | "rate" }>, path: Path): void {
    const standard = this.#standards.get(name);
    if (standard === use) return;
    const { standards, fields } = this.#draft.names;
    if (use === "sum" && standard === undefined && fields.includes(name)) this.#field(name, ["sum"], path);
    else if (standard !== undefined)
      this.#wrong(
        path,
        use === "sum" ? `“${name}”是比例，不是金额` : `“${name}”是金额，不是比例`,
        `${name} is a ${standard}`,
      );
    else if (!standards.includes(name))
      this.#unknown("standards", name, [...standards, ...(use === "sum" ? fields : [])], path);
  }

  #day(name: string, path: Path, inMonth: boolean): void {
    const { days, fields } = this.#draft.names;
    if (isDay(name) || days.includes(name)) return;
    if (Object.hasOwn(MONTH_DAYS, name)) {
      if (!inMonth) this.#wrong(path, `${name} 只能写在 each-month 里`, `${name} needs an each-month around it`);
    } else if (fields.includes(name)) this.#field(name, ["date"], path);
    else this.#unknown("days", name, [...days, ...fields], path);
  }

  /** What the programme must provide. */
  #context({ use, path, where }: Reached, unit: "person" | "household"): void {
    if (use.use === "counted" && (unit === "person" || where.member))
      this.#wrong(
        path,
        "按人数计算的，计发单位应当是 household",
        "what depends on the counted members needs the unit household",
      );
    if (use.use === "members" && (unit === "person" || where.member))
      this.#wrong(path, "看各成员的，计发单位应当是 household", "what looks at members needs the unit household");
    if ((use.use === "counted" || use.use === "members") && path[2] === "eligible")
      this.#wrong(
        path,
        "人数要到算金额时才知道：写在 amount 的 first-of 里",
        "who is counted is known only when the sum is made: write it into amount, as a first-of",
      );
    if (use.use === "age" && unit === "household" && !where.member)
      this.#wrong(path, "户没有年龄；写在 each-member 或 members 里", "a household has no age; ask its members");
    if (use.use === "age" && this.#draft.head !== null && this.#draft.head["leap-birthday"] === undefined)
      this.#wrong(
        path,
        "要写明 2 月 29 日出生的人在平年哪天长一岁：leap-birthday: 28-february 或 1-march",
        "leap-birthday must say when people born on 29 February turn older: 28-february or 1-march",
      );
    if (use.use === "amount" && path.at(-1) !== "amount") this.#nested(use.amount, path);
  }

  /** What only the amount of a programme itself can be. */
  #nested(amount: Amount, path: Path): void {
    if (amount.kind === "goods" || amount.kind === "service")
      this.#wrong([...path, amount.kind], "实物和服务不能是金额的一部分", "goods and services are no part of a sum");
    if (amount.kind === "listed" && (amount.said as { meanAtMost: unknown }).meanAtMost !== null)
      this.#wrong(
        [...path, "listed"],
        "平均数只能约束整个项目的金额",
        "a mean can bound the whole programme's sum alone",
      );
  }

  #rounding(amount: Amount, path: Path): void {
    if (isWhole(this.#grains.amount(amount))) return;
    this.#wrong(
      path,
      "算出来会有不到一分的零头，要写明怎样舍入：then: [{ round: { to: yuan, mode: half-up } }]",
      "comes to parts of a fen: say how it is rounded, then: [{ round: { to: yuan, mode: half-up } }]",
    );
  }

  /** Columns that are looked at must be asked for, unless it is said what an empty cell means; and the other way round. */
  #needs({ path, value }: Programme, reached: readonly Reached[]): void {
    const looked = new Set(reached.flatMap((each) => this.#columnOf(each)));
    const needs = value.needs ?? [];
    const blank = new Map(this.#draft.fields.map((part) => [part.id, part.value.blank !== undefined]));
    for (const name of looked)
      if (!needs.includes(name) && blank.get(name) === false)
        this.#wrong(path, `用到“${name}”这一列，要写进 needs`, `it looks at the field ${name}: write it into needs`);
    const refusals = (value["refused-if"] ?? []).map((r) => r.field);
    for (const [i, name] of needs.entries())
      if (!looked.has(name) && !refusals.includes(name) && blank.has(name))
        this.#wrong([...path, "needs", i], `没有用到“${name}”这一列`, `nothing looks at the field ${name}`);
  }

  #columnOf({ use }: Reached): readonly string[] {
    const isField = (name: string) => this.#fields.has(name);
    if (use.use === "field") return [use.name];
    if (use.use === "sum" && !this.#standards.has(use.name)) return isField(use.name) ? [use.name] : [];
    if (use.use === "day" && !isDay(use.name) && !this.#draft.names.days.includes(use.name))
      return isField(use.name) ? [use.name] : [];
    if (use.use === "sum" || use.use === "rate") {
      const on = this.#draft.standards.find((part) => part.id === use.name)?.value.on ?? "";
      return isField(on) ? [on] : [];
    }
    return [];
  }
}
