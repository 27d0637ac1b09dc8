/**
 * YAML as a tree of texts, lists and keys, with the line and column of each. Everything is text (YAML's `failsafe`
 * schema); what YAML could do beyond that (anchors, tags, several documents) is refused, for nobody could read it aloud.
 */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLMap,
} from "yaml";
import type { Place } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { fullWidthSigns } from "./full-width.ts";

/** The steps from the top to a node: keys of maps, places in lists from 0. */
export type Path = readonly (string | number)[];

/** What was read of a file, as far as it could be read. */
export interface YamlText {
  /** Texts, arrays and objects without prototype. */
  readonly data: unknown;
  /** Where a node stands; the nearest node above it where it is missing. `key`: the key itself, else its value. */
  readonly at: (path: Path, what?: "key" | "value") => Place;
  readonly problems: readonly Problem[];
}

/** Longer than any edition by far; nobody writes that by hand. */
const LONGEST = 2_000_000;
/** Deeper than any edition by far; the YAML library walks with the machine's stack, which has an end. */
const DEEPEST = 50;

/** Reads YAML; never throws. */
export function readYaml(text: string, file: string): YamlText {
  const lines = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, sheet: "", row: Math.max(line, 1), column: String(Math.max(col, 1)) };
  };
  const nowhere = () => ({ file, sheet: "", row: 1, column: "1" });
  if (text.length > LONGEST || tooDeep(text)) {
    const why = { why: "文件太长，或一层套一层太多", whyEn: "too long, or nested too deep" };
    return { data: undefined, at: nowhere, problems: [problem("U001", nowhere(), why)] };
  }
  const document = parseDocument(text, {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: false, // looked for below, to name the key
  });
  const signs = fullWidthSigns(text, file);
  const broken = [...document.errors, ...document.warnings].map((error) =>
    problem(
      "U001",
      placeOf(error.pos[0]),
      WHY[error.code] ?? { why: "这里看不懂", whyEn: "cannot be understood here" },
    ),
  );
  // Where such signs stand they are what is wrong: what YAML makes of them would only lead astray. Else the first fault
  // alone: one line that is indented wrongly makes the library stumble over each line below it.
  if (broken.length > 0 || signs.length > 0)
    return { data: undefined, at: nowhere, problems: signs.length > 0 ? signs : broken.slice(0, 1) };
  const problems: Problem[] = [];
  const root = document.contents;
  const data = plain(root, [], (node, code) => {
    problems.push(code(placeOf(node.range?.[0] ?? 0)));
  });
  return { data, at: (path, what = "value") => placeOf(offsetOf(root, path, what)), problems };
}

/** Would the YAML library have to go deeper than it can? Counted roughly, before it is asked. */
function tooDeep(text: string): boolean {
  if (/^[ \t]{200}|(?:[-?:][ \t]+){50}/m.test(text)) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === "[" || letter === "{") depth++;
    else if (letter === "]" || letter === "}") depth--;
    else if (letter === "\n" && /[^\s#]/.test(text[i + 1] ?? "")) depth = 0; // a new key at the margin ends all brackets
    if (depth > DEEPEST) return true;
  }
  return false;
}

type Tell = (node: Node, code: (place: Place) => Problem) => void;

/** The node as plain values. Names from files are data: the objects have no prototype, and `__proto__` is refused. */
function plain(node: unknown, path: Path, tell: Tell): unknown {
  if (isScalar(node)) {
    refuseMarks(node, tell);
    return typeof node.value === "string" ? node.value : "";
  }
  if (isSeq(node)) {
    refuseMarks(node, tell);
    return node.items.map((item, i) => plain(item, [...path, i], tell));
  }
  if (isMap(node)) {
    refuseMarks(node, tell);
    return plainMap(node, path, tell);
  }
  if (isAlias(node)) tell(node, (place) => problem("U001", place, NO_MARKS));
  return undefined;
}

function plainMap(map: YAMLMap, path: Path, tell: Tell): unknown {
  const values: Record<string, unknown> = Object.create(null);
  for (const { key, value } of map.items) {
    if (!isScalar(key) || typeof key.value !== "string" || key.value === "") {
      const node = isCollection(key) || isAlias(key) || isScalar(key) ? key : map;
      tell(node, (place) => problem("U001", place, { why: "键应当是一个词", whyEn: "a key must be a word" }));
      continue;
    }
    const name = key.value;
    const where = [...path, name].join(" › ");
    if (name === "__proto__") {
      tell(key, (place) =>
        problem("U003", place, { path: where, why: "不能用这个名称", whyEn: "this name cannot be used" }),
      );
    } else if (name in values) {
      tell(key, (place) =>
        problem("U003", place, { path: where, why: `“${name}”写了两次`, whyEn: `the key ${name} stands here twice` }),
      );
    } else values[name] = plain(value, [...path, name], tell);
  }
  return values;
}

function refuseMarks(node: Node, tell: Tell): void {
  if ("anchor" in node && node.anchor !== undefined) tell(node, (place) => problem("U001", place, NO_MARKS));
  if ("tag" in node && node.tag !== undefined && !String(node.tag).startsWith("tag:yaml.org,2002:")) {
    tell(node, (place) => problem("U001", place, NO_MARKS));
  }
}

/** Where the path leads to, or its last step that is there. */
function offsetOf(root: unknown, path: Path, what: "key" | "value"): number {
  let node: unknown = root;
  let found = startOf(root);
  for (const [i, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (!pair) return found;
      node = pair.value;
      // A list or map below its key begins on a later line: its key is what one looks for.
      const atKey = (what === "key" && i === path.length - 1) || (isCollection(node) && !node.flow) || isEmpty(node);
      found = startOf(atKey ? pair.key : node);
    } else if (isSeq(node) && typeof step === "number" && node.items[step] !== undefined) {
      node = node.items[step];
      found = startOf(node);
    } else return found;
  }
  return found;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && node.value === "";
}

function startOf(node: unknown): number {
  return isCollection(node) || isScalar(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

const NO_MARKS = { why: "这里不能用 &、*、! 这样的记号", whyEn: "anchors, aliases and tags are not used here" };

/** The YAML library's codes in our words. */
const WHY: Readonly<Record<string, { why: string; whyEn: string }>> = {
  ALIAS_PROPS: NO_MARKS,
  BAD_ALIAS: NO_MARKS,
  MULTIPLE_ANCHORS: NO_MARKS,
  MULTIPLE_TAGS: NO_MARKS,
  TAG_RESOLVE_FAILED: NO_MARKS,
  BAD_COLLECTION_TYPE: NO_MARKS,
  BAD_PROP_ORDER: NO_MARKS,
  BAD_DIRECTIVE: { why: "不能以 % 开头", whyEn: "a line cannot begin with %" },
  BAD_DQ_ESCAPE: { why: "双引号里的 \\ 写法不对", whyEn: "a wrong \\ inside double quotes" },
  BAD_INDENT: { why: "缩进和上下行对不齐", whyEn: "the indentation does not fit the lines around it" },
  BAD_SCALAR_START: { why: "词语不能以这个符号开头，请加引号", whyEn: "a text cannot begin with this sign; quote it" },
  BLOCK_AS_IMPLICIT_KEY: { why: "冒号多了一个，或缺少换行", whyEn: "a colon too many, or a missing new line" },
  BLOCK_IN_FLOW: {
    why: "[ ] 或 { } 里不能换成缩进写法，可能少了右括号",
    whyEn: "indentation inside [ ] or { }: a closing bracket may be missing",
  },
  IMPOSSIBLE: { why: "这里看不懂", whyEn: "cannot be understood here" },
  KEY_OVER_1024_CHARS: {
    why: "键太长，可能少了冒号后的空格",
    whyEn: "the key is too long; a space after the colon may be missing",
  },
  MISSING_CHAR: {
    why: "少了引号、括号、逗号，或冒号后的空格",
    whyEn: "a quote, bracket, comma or the space after a colon is missing",
  },
  MULTILINE_IMPLICIT_KEY: {
    why: "键占了几行，可能少了冒号",
    whyEn: "a key goes over several lines; a colon may be missing",
  },
  MULTIPLE_DOCS: { why: "一个文件里不能有 --- 分开的几份", whyEn: "several documents in one file" },
  TAB_AS_INDENT: { why: "缩进用了制表符（Tab），请改成空格", whyEn: "a tab was used for indentation; use spaces" },
  UNEXPECTED_TOKEN: { why: "这里多了符号，或缩进不对", whyEn: "a sign too many, or wrong indentation" },
};
