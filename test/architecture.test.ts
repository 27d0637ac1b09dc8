/**
 * Who may know whom: the table of style.md §2.3, for what exists. A stage never imports another stage; disk, clock,
 * environment and terminal stand outside the pure core; each library has one home.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src/", import.meta.url));

/** Part of src → the parts that it may import; "problem:types" as types only. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  money: [],
  // Exact numbers that are not whole yet: rates, measures, sums before they are rounded.
  fraction: ["money"],
  // An entitlement carries the problems that hold it; as values, problems stand above the model.
  model: ["money", "fraction:types", "problem:types"],
  problem: ["model", "money"],
  rules: ["model", "money", "fraction", "problem"],
  validate: ["model", "money", "problem", "rules"],
  join: ["model", "money", "problem", "rules"],
  decide: ["model", "money", "fraction", "problem", "rules"],
  pay: ["model", "money", "problem", "rules"],
  compute: ["validate", "join", "decide", "pay", "model", "problem", "rules"],
  // The office's word beside the lists: a check list is read as any list is, so it knows that stage.
  campaign: ["model", "problem", "rules", "validate"],
  // Which blank lists an edition asks for, and what their cells are checked by.
  template: ["model", "money", "fraction", "rules"],
  examples: ["compute", "model", "money", "problem", "rules"],
  read: ["model", "problem"],
  write: ["model", "money", "problem", "rules:types", "compute:types"],
  // A path of its own: nothing of what made the output that it looks at.
  verify: [],
  commands: [
    "campaign",
    "compute",
    "examples",
    "model",
    "money",
    "problem",
    "read",
    "rules",
    "template",
    "verify",
    "write",
  ],
  cli: ["commands"],
};

const STAGES = ["validate", "join", "decide", "pay"];
const PURE = [
  "money",
  "fraction",
  "model",
  "problem",
  "rules",
  ...STAGES,
  "compute",
  "campaign",
  "template",
  "examples",
];
const EDGES = ["read", "write", "verify", "commands", "cli"];

/** Package → where it may be imported: a part, or one file. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  "node:": EDGES,
  "big.js": ["money.ts"],
  zod: ["campaign", "rules", "verify"],
  yaml: ["rules"],
  "csv-parse": ["write", "verify", "commands"],
  "csv-stringify": ["write"],
  exceljs: ["write"],
  jszip: ["write"],
  chalk: ["commands/io.ts"],
  commander: ["cli.ts", "cli"],
};

/** Heavy: as a value only by `await import(…)`, when a workbook is written. */
const LAZY = ["exceljs", "jszip"];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typesOnly: boolean;
  readonly dynamic: boolean;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => name.replaceAll("\\", "/"))
  .sort();
const texts = new Map(files.map((file) => [file, withoutComments(readFileSync(join(SRC, file), "utf8"))]));
const imports = files.flatMap((file) => importsOf(file, texts.get(file) ?? ""));
const inside = imports.filter((i) => i.target.startsWith("."));
const outside = imports.filter((i) => !i.target.startsWith("."));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const statement =
    /^(?:import|export)\s+(type\s+)?((?:[\w$*]+(?:\s+as\s+\w+)?,?\s*)?(?:\{[^}]*\}\s*)?)from\s+"([^"\n]+)"/gm;
  for (const [, type, names = "", target = ""] of text.matchAll(statement)) {
    found.push({ file, target, typesOnly: type !== undefined || areTypes(names), dynamic: false });
  }
  for (const [, target = ""] of text.matchAll(/\bimport\(\s*"([^"\n]+)"\s*\)/g)) {
    found.push({ file, target, typesOnly: false, dynamic: true });
  }
  return found;
}

/** `{ type A, type B }`. */
function areTypes(clause: string): boolean {
  const names =
    /^\{([^}]*)\}\s*$/
      .exec(clause)?.[1]
      ?.split(",")
      .flatMap((name) => name.trim() || []) ?? [];
  return names.length > 0 && names.every((name) => name.startsWith("type "));
}

function partOf(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/, "");
}

function partOfTarget({ file, target }: Import): string {
  return partOf(relative(SRC, resolve(SRC, dirname(file), target)).replaceAll("\\", "/"));
}

function packageOf(target: string): string {
  return target.startsWith("node:") ? "node:" : (target.split("/")[0] ?? "");
}

const said = (i: Import) => `${i.file} → ${i.target}`;

describe("what the table rests on", () => {
  it("all sources were seen", () => {
    expect(files.length).toBeGreaterThanOrEqual(150);
    for (const file of ["cli.ts", "compute.ts", "money.ts", "decide/programme.ts", "read/xlsx.ts"]) {
      expect(files).toContain(file);
    }
  });

  it("their imports were seen: every line that says from or import( is one that was understood", () => {
    const lines = [...texts].flatMap(([, text]) => text.match(/\bfrom "|\bimport\(/g) ?? []).length;
    expect(imports.length).toBeGreaterThanOrEqual(550);
    expect(imports.length).toBe(lines);
  });

  it("every part has its line, and every line its part", () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(MAY_KNOW).sort());
  });
});

describe("who may import whom", () => {
  it.each(Object.entries(MAY_KNOW).map(([part, may]) => [part, may.join(" ") || "nobody", may] as const))(
    "%s: %s",
    (part, _, may) => {
      const own = inside.filter((i) => partOf(i.file) === part && partOfTarget(i) !== part);
      const wrong = own.filter((i) => {
        const target = partOfTarget(i);
        return !(may.includes(target) || (i.typesOnly && may.includes(`${target}:types`)));
      });
      expect(wrong.map(said)).toEqual([]);
    },
  );

  it("no stage imports another stage", () => {
    const wrong = inside.filter((i) => {
      const [from, to] = [partOf(i.file), partOfTarget(i)];
      return STAGES.includes(from) && STAGES.includes(to) && from !== to;
    });
    expect(wrong.map(said)).toEqual([]);
  });
});

describe("libraries and their homes", () => {
  it("no package is imported that the table does not know", () => {
    expect([...new Set(outside.map((i) => packageOf(i.target)))].sort()).toEqual(Object.keys(HOMES).sort());
  });

  it.each(Object.entries(HOMES).map(([name, homes]) => [name, homes.join(", "), homes] as const))(
    "%s: only in %s",
    (name, _, homes) => {
      const wrong = outside.filter(
        (i) => packageOf(i.target) === name && !homes.includes(i.file) && !homes.includes(partOf(i.file)),
      );
      expect(wrong.map(said)).toEqual([]);
    },
  );

  it.each(LAZY)("%s is loaded only when a workbook is written", (name) => {
    const values = outside.filter((i) => packageOf(i.target) === name && !i.typesOnly);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((i) => !i.dynamic).map(said)).toEqual([]);
  });
});

describe("the box for old workbooks", () => {
  const BIN = fileURLToPath(new URL("../bin/", import.meta.url));
  const programs = readdirSync(BIN).map((name) => ({
    name,
    imports: importsOf(name, withoutComments(readFileSync(join(BIN, name), "utf8"))),
  }));

  it("is the only program that imports the library which is not trusted, and does so when a file is there", () => {
    const users = programs.filter((p) => p.imports.some((i) => i.target === "@e965/xlsx" && i.dynamic));
    expect(users.map((p) => p.name)).toEqual(["old-workbook.js"]);
    expect(imports.filter((i) => i.target.startsWith("@e965/")).map(said)).toEqual([]);
  });

  it("knows nothing of relief, so that nothing of relief runs in it", () => {
    const box = programs.find((p) => p.name === "old-workbook.js");
    expect(box?.imports.map((i) => i.target)).toEqual(["node:events", "node:fs", "@e965/xlsx"]);
  });
});

describe("the pure core", () => {
  const OUTSIDE_WORLD =
    /\bnew Date\b|\bDate\.|\bMath\.random\b|\bprocess\.|\bconsole\.|\bsetTimeout\b|\bperformance\.|\bglobalThis\b|localeCompare|toLocale|\bIntl\.|\bfetch\(/;

  it("knows no clock, no randomness, no environment, no locale", () => {
    const pure = files.filter((file) => PURE.includes(partOf(file)));
    expect(pure.length).toBeGreaterThanOrEqual(80);
    const wrong = pure.flatMap((file) => {
      const hit = OUTSIDE_WORLD.exec(texts.get(file) ?? "");
      return hit === null ? [] : [`${file}: ${hit[0]}`];
    });
    expect(wrong).toEqual([]);
  });
});
