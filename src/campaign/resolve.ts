/** relief.yaml in the words of an edition: its names become keys of the rules; what is not there is told with near names. */
import { type AskAnswer, EVERYBODY } from "../model/campaign.ts";
import type { ListWords } from "../model/list-words.ts";
import type { Place } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import type { Path } from "../rules/yaml-text.ts";
import { agencyNamed, categoryNamed, fieldNamed, nearFields, payerNamed, payersOf, programmeNamed } from "./names.ts";
import type { CampaignFile } from "./parse.ts";
import type { Written } from "./schema.ts";

/** Whose list a file or sheet is, with the file's name as it was written: whether it is there is seen when lists are read. */
export interface SaidList {
  readonly path: string;
  readonly sheet: string;
  readonly agency: string | null;
  readonly category: string | null;
  readonly columns: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** A check list before its files were read. */
export interface SaidCheckList {
  readonly name: string;
  readonly follows: "hold" | "warn";
  readonly paths: readonly { readonly path: string; readonly place: Place }[];
  readonly sheet: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly place: Place;
}

/** All that relief.yaml says, in keys of the rules. */
export interface Said {
  /** "" where it says none. */
  readonly district: string;
  readonly street: string;
  readonly declaredNone: ReadonlySet<string>;
  readonly lists: readonly SaidList[];
  readonly checkLists: readonly SaidCheckList[];
  readonly answers: ReadonlyMap<string, AskAnswer>;
  readonly ownPayers: ReadonlySet<string> | null;
  readonly mergesProgrammes: boolean;
}

/** What each kind of name is called in a message. */
const WHAT = {
  street: { what: "街镇", whatEn: "street" },
  category: { what: "对象类别", whatEn: "category" },
  agency: { what: "部门", whatEn: "agency" },
  payer: { what: "发放主体", whatEn: "payer" },
  programme: { what: "项目", whatEn: "programme" },
  field: { what: "列（左边写 relief 的列名）", whatEn: "field" },
} as const;

/** Resolves all names of a campaign file. */
export function resolveCampaign({ written, at }: CampaignFile, rules: Rules, words: ListWords): Result<Said> {
  const names = new Names(rules, words, at);
  const said: Said = {
    district: written.区 ?? "",
    street: written.街镇 === undefined ? "" : names.street(written.街镇, written.区),
    declaredNone: new Set(
      (written.没有的类别 ?? []).flatMap((name, i) => names.category(name, null, ["没有的类别", i])),
    ),
    lists: (written.名单 ?? []).map((list, i) => names.list(list, ["名单", i])),
    checkLists: (written.比对名单 ?? []).map((list, i) => names.checkList(list, ["比对名单", i])),
    answers: new Map((written.可否叠加 ?? []).flatMap((answer, i) => names.answer(answer, ["可否叠加", i]))),
    ownPayers:
      written.本单位发放 === undefined
        ? null
        : new Set(written.本单位发放.flatMap((name, i) => names.payer(name, ["本单位发放", i]))),
    mergesProgrammes: written.合并发放 ?? false,
  };
  return names.problems.length === 0 ? { ok: true, value: said } : { ok: false, problems: names.problems };
}

type Entry<K extends keyof Written> = NonNullable<Written[K]> extends readonly (infer E)[] ? E : never;

/** Looks names up, and notes those that are not there; lives for one call. */
class Names {
  readonly problems: Problem[] = [];
  readonly #rules: Rules;
  readonly #words: ListWords;
  readonly #at: CampaignFile["at"];

  constructor(rules: Rules, words: ListWords, at: CampaignFile["at"]) {
    this.#rules = rules;
    this.#words = words;
    this.#at = at;
  }

  /** A street of the edition's district, short or whole; of another district, or where the edition names none, any. */
  street(name: string, district: string | undefined): string {
    const { streets } = this.#rules;
    const known = streets.find((street) => street === name || street.replace(/(街道|镇|乡)$/, "") === name);
    const isOurs = streets.length > 0 && (district === undefined || district === this.#rules.district);
    if (known === undefined && isOurs) this.#unknown("street", name, nearOrSome(name, streets), ["街镇"]);
    return known ?? name;
  }

  category(name: string, agency: string | null, path: Path): readonly string[] {
    const found = categoryNamed(name, this.#rules, agency);
    if (found !== null) return [found.id];
    const elsewhere = agency === null ? null : categoryNamed(name, this.#rules, null);
    const office = this.#rules.agencies.get(agency ?? "")?.name ?? "";
    if (elsewhere !== null)
      this.#wrong(path, `${office}的名单没有“${name}”这一类`, `${office} has no category ${name}`);
    else this.#unknown("category", name, nearOrSome(name, this.#rules.categories.keys()), path);
    return [];
  }

  payer(name: string, path: Path): readonly string[] {
    const found = payerNamed(name, this.#rules);
    if (found === null) this.#unknown("payer", name, nearOrSome(name, payersOf(this.#rules)), path);
    return found === null ? [] : [found];
  }

  list(list: Entry<"名单">, path: Path): SaidList {
    const agency = list.部门 === undefined ? null : this.#agency(list.部门, [...path, "部门"]);
    const owner = agency === EVERYBODY ? null : agency;
    const [category = null] = list.类别 === undefined ? [] : this.category(list.类别, owner, [...path, "类别"]);
    return {
      path: list.文件,
      sheet: list.工作表 ?? "",
      agency,
      category,
      columns: this.#columns(list.列, [...path, "列"]),
      place: this.#at([...path, "文件"]),
    };
  }

  checkList(list: Entry<"比对名单">, path: Path): SaidCheckList {
    return {
      name: list.名称,
      follows: list.命中 === "暂缓" ? "hold" : "warn",
      paths: list.文件.map((file, i) => ({ path: file, place: this.#at([...path, "文件", i]) })),
      sheet: list.工作表 ?? "",
      columns: this.#columns(list.列, [...path, "列"]),
      place: this.#at([...path, "名称"]),
    };
  }

  /** The answer under the pair's key in the rules; a pair that the rules do not ask about has none. */
  answer(answer: Entry<"可否叠加">, path: Path): readonly (readonly [string, AskAnswer])[] {
    const ids = answer.项目.map((name, i) => this.#programme(name, [...path, "项目", i]));
    const keep = answer.保留 === undefined ? null : this.#programme(answer.保留, [...path, "保留"]);
    if (ids.includes(null) || (answer.保留 !== undefined && keep === null)) return [];
    const pair = this.#rules.ask.find(({ programmes }) => programmes.every((id) => ids.includes(id)));
    if (pair === undefined || ids[0] === ids[1]) {
      const open = this.#rules.ask.map((p) => p.programmes.map((id) => this.#nameOf(id)).join("＋")).join("、");
      this.#wrong([...path, "项目"], `规则没有问这两个项目可否叠加；要答复的是：${open}`, `the rules ask: ${open}`);
      return [];
    }
    if (keep !== null && !ids.includes(keep)) {
      this.#wrong([...path, "保留"], "保留的应当是这两个项目中的一个", "should be one of the two programmes");
      return [];
    }
    const told = { on: answer.日期, source: answer.来源 };
    return [[pair.id, keep === null ? { may: "stack", ...told } : { may: "one", keep, ...told }]];
  }

  #agency(name: string, path: Path): string | null {
    if (this.#words.everybody.includes(name)) return EVERYBODY;
    const found = agencyNamed(name, this.#rules);
    const known = [...this.#rules.agencies.values()].flatMap((a) => [a.id, a.name]);
    if (found === null) this.#unknown("agency", name, nearOrSome(name, [...known, ...this.#words.everybody]), path);
    return found?.id ?? null;
  }

  #programme(name: string, path: Path): string | null {
    const found = programmeNamed(name, this.#rules);
    if (found === null)
      this.#unknown(
        "programme",
        name,
        nearOrSome(
          name,
          this.#rules.programmes.map((p) => p.name),
        ),
        path,
      );
    return found?.id ?? null;
  }

  #columns(written: Readonly<Record<string, string>> | undefined, path: Path): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const [name, header] of Object.entries(written ?? {})) {
      const field = fieldNamed(name, this.#rules, this.#words);
      if (field === null)
        this.#unknown("field", name, nearFields(name, this.#rules, this.#words), [...path, name], "key");
      else if (found.has(field)) this.#wrong([...path, name], "这一列前面已经写过", "stands here a second time");
      else found.set(field, header);
    }
    return found;
  }

  #nameOf(id: string): string {
    return this.#rules.programmes.find((p) => p.id === id)?.name ?? id;
  }

  #unknown(kind: keyof typeof WHAT, name: string, near: readonly string[], path: Path, what?: "key"): void {
    const params = { ...WHAT[kind], name, near: near.join("、") };
    this.problems.push(problem("U004", this.#at(path, what), params, { content: name }));
  }

  #wrong(path: Path, why: string, whyEn: string): void {
    const shown = path.map((step) => (typeof step === "number" ? String(step + 1) : step)).join(" › ");
    this.problems.push(problem("U003", this.#at(path), { path: shown, why, whyEn }));
  }
}

/** Near names; where none is near, some of what there is. */
function nearOrSome(name: string, known: Iterable<string>): readonly string[] {
  const names = [...known];
  const near = nearest(name, names);
  return near.length > 0 ? near : names.slice(0, 12);
}
