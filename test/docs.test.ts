/**
 * The manual is run: every command that README.md shows is done as it stands there, in both languages, and says what is
 * shown. And the manual is whole: every command and option has its place in it, and its help has examples.
 */
import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { builtRelief } from "./built.ts";
import { emptyFolder, filesIn, LISTS, relief } from "./fixtures/relief.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const PARTS = {
  zh: README.slice(README.indexOf("## 中文"), README.indexOf("## English")),
  en: README.slice(README.indexOf("## English")),
} as const;
const LANGUAGES = ["zh", "en"] as const;

/** A command as it is shown, and the lines that are shown below it; … stands for lines left out. */
interface Session {
  readonly command: string;
  readonly shown: readonly string[];
}

/** The commands of a part, in the order in which a reader types them. What installs and tests is done before this test. */
function sessionsOf(part: string): readonly Session[] {
  const sessions: { command: string; shown: string[] }[] = [];
  let inBlock = false;
  for (const line of part.split("\n")) {
    const code = line.startsWith("    ") ? line.slice(4) : null;
    const setUp = /^npm ci && (node .*)$/.exec(code ?? "")?.[1];
    if (code?.startsWith("$ ")) sessions.push({ command: code.slice(2), shown: [] });
    else if (setUp !== undefined) sessions.push({ command: setUp, shown: [] });
    else if (code !== null && inBlock) sessions.at(-1)?.shown.push(code);
    inBlock = code !== null && (inBlock || code.startsWith("$ "));
  }
  return sessions;
}

/** A command line done in a folder that has what a fresh clone has. */
function done(command: string, folder: string): { readonly code: number | null; readonly lines: readonly string[] } {
  const [node, program, ...words] = command.split(" ");
  if (node !== "node" || program !== "bin/relief.js") throw new Error(`README shows what no test can run: ${command}`);
  const run = spawnSync(process.execPath, [builtRelief(), ...words], { cwd: folder, encoding: "utf8" });
  expect(run.stderr, command).toBe("");
  return { code: run.status, lines: run.stdout.trimEnd().split("\n") };
}

/** Where what is shown departs from what was said; "" where it does not. Lines may stand anywhere behind an …. */
function departure(shown: readonly string[], lines: readonly string[]): string {
  let at = 0;
  let open = false;
  for (const line of shown) {
    if (line === "…") open = true;
    else {
      const found = open ? lines.indexOf(line, at) : lines[at] === line ? at : -1;
      if (found < 0) return `shown: ${line}\nsaid: ${lines.slice(at, at + 3).join("\n")}`;
      at = found + 1;
      open = false;
    }
  }
  return at === lines.length || open || shown.length === 0 ? "" : `not shown: ${lines[at]}`;
}

describe.each(LANGUAGES)("README, %s", (language) => {
  const part = PARTS[language];
  const sessions = sessionsOf(part);
  let folder = "";
  beforeAll(() => {
    folder = emptyFolder();
    cpSync(LISTS, join(folder, "fixtures", "新华路街道2023", "名单"), { recursive: true });
  });

  it("shows compute, check, explain, verify and the rules commands", () => {
    const commands = new Set(sessions.map(({ command }) => command.split(" ").slice(2, 4).join(" ")));
    expect([...commands].map((words) => words.replace(/ (?:out|fixtures.*)$/, ""))).toEqual(
      expect.arrayContaining(["compute", "check", "explain", "verify", "rules check", "rules test", "rules show"]),
    );
  });

  it.each(sessions.map((session) => [session.command, session] as const))("%s", (_, { command, shown }) => {
    const { code, lines } = done(command, folder);
    // There is something to settle in the lists of the fixtures: the answer of `check` is no.
    expect(code).toBe(/ check fixtures/.test(command) ? 1 : 0);
    expect(departure(shown, lines)).toBe("");
  });

  it("names every file and folder that compute writes, and nothing else", () => {
    const tree = /^ {4}out\/\n((?: {6}\S.*\n)+)/m.exec(part)?.[1] ?? "";
    const named = [...tree.matchAll(/^ {6}([^\s/]+)/gm)].map(([, name = ""]) => name);
    expect([...new Set(named)].sort()).toEqual(readdirSync(join(folder, "out")).sort());
  });

  it("counts files, entries, programmes and examples as they are", async () => {
    const counts = {
      files: filesIn(LISTS).length,
      entries: (JSON.parse(readFileSync(join(folder, "out", "清单.json"), "utf8")) as Manifest).rows.entries,
      programmes: (JSON.parse((await relief(["rules", "list", "--json"], ROOT)).out) as Rules).programmes.length,
      examples: (JSON.parse((await relief(["rules", "test", "--json"], ROOT)).out) as Examples).passed,
    };
    const claims = {
      zh: /(\d+) 个文件、(\d+) 条[\s\S]*：(\d+) 个项目，(\d+) 个例子/,
      en: /(\d+) files, (\d+) entries[\s\S]* (\d+) programmes, (\d+) examples/,
    }[language].exec(part);
    expect(claims?.slice(1).map(Number)).toEqual(Object.values(counts));
    const everywhere = { zh: /(\d+) 个项目/g, en: /(\d+) programmes/g }[language];
    expect(new Set([...part.matchAll(everywhere)].map(([, n]) => Number(n)))).toEqual(new Set([counts.programmes]));
  });

  it("has a line for every command, with all its options, and none for others", async () => {
    const rows = [...part.matchAll(/^\| `relief ([a-z]+(?: [a-z]+)?)[^\n]*$/gm)];
    const commands = await allCommands(language);
    expect(rows.map(([, name]) => name)).toEqual(commands.map(({ name }) => name));
    const ofAll = /^.*`-h, --help`.*$/m.exec(part)?.[0] ?? "";
    const undocumented = commands.flatMap(({ name, options }, at) =>
      options
        .filter((flags) => !rows[at]?.[0].includes(`\`${flags}`) && !ofAll.includes(`\`${flags}`))
        .map((flags) => `${name} ${flags}`),
    );
    expect(undocumented).toEqual([]);
  });
});

describe.each(LANGUAGES)("--help, %s", (language) => {
  it("has examples for every command, each of which names commands and options that exist", async () => {
    const commands = await allCommands(language);
    expect(commands.length).toBeGreaterThanOrEqual(8);
    for (const { name, examples, options } of [await helpOf([], language), ...commands]) {
      expect(examples.length, name).toBeGreaterThan(0);
      for (const example of examples) {
        const used = commands.find((c) => example.startsWith(`relief ${c.name}`));
        expect(used, example).toBeDefined();
        if (name !== "") expect(example).toContain(`relief ${name}`);
        const flags = example.split(" ").filter((word) => /^--?[a-z]/.test(word));
        const known = [...options, ...(used?.options ?? [])].flatMap((o) => o.split(", "));
        expect(
          flags.filter((flag) => !known.includes(flag)),
          example,
        ).toEqual([]);
      }
    }
  });

  it("leaves no English in the Chinese help, and no Chinese but names of files and people in the English", async () => {
    const pages = [await helpOf([], language), ...(await allCommands(language))].map(({ text }) => text);
    for (const page of pages) {
      const prose = page
        .replace(/^(?:例：|Examples:)[\s\S]*$/m, "")
        .replace(
          /--?[a-z]+|<[^>]*>|\[[^\]]*\]|relief\.yaml|JSON Schema|JSON|zh\|en|relief|Excel|\(default: [^)]*\)/g,
          "",
        );
      if (language === "en") expect(prose).not.toMatch(/\p{Script=Han}/u);
      else
        expect(prose.replace(/^ {2}[a-z]+|^用法：.*$/gm, "").match(/[A-Za-z]{2,}/g) ?? []).toEqual(
          page.includes("不写就是 out") ? ["out"] : [],
        );
    }
  });
});

it.each(["README.md", "rules/README.md", "fixtures/README.md", "src/README.md"])(
  "%s names only commands that exist",
  async (file) => {
    const names = new Set((await allCommands("zh")).map(({ name }) => name));
    const text = readFileSync(join(ROOT, file), "utf8");
    const named = [
      ...text.matchAll(
        /(?:`|^ {4}|bin\/)relief(?:\.js)? ([a-z]+(?: (?:list|show|check|test|schema|new|diff|sample)\b)?)/gm,
      ),
    ].map(([, name = ""]) => name);
    expect(named.filter((name) => !names.has(name) && name !== "rules")).toEqual([]);
  },
);

interface Manifest {
  readonly rows: { readonly entries: number };
}
interface Rules {
  readonly programmes: readonly unknown[];
}
interface Examples {
  readonly passed: number;
}

/** What the help of a command says. */
interface Help {
  readonly name: string;
  readonly text: string;
  /** "-o, --output": without what the option takes. */
  readonly options: readonly string[];
  readonly commands: readonly string[];
  readonly examples: readonly string[];
}

async function helpOf(words: readonly string[], language: "zh" | "en"): Promise<Help> {
  const { code, out } = await relief([...words, "--help", "--lang", language], ROOT);
  expect(code).toBe(0);
  const section = (title: string) => new RegExp(`^${title}\\n((?: {2}.*\\n?)*)`, "m").exec(out)?.[1] ?? "";
  const [commands, options, examples] = {
    zh: ["命令：", "选项：", "例："],
    en: ["Commands:", "Options:", "Examples:"],
  }[language].map(section);
  return {
    name: words.join(" "),
    text: out,
    options: [...(options ?? "").matchAll(/^ {2}(-[-a-zA-Z]+(?:, --[a-z-]+)?)/gm)].map(([, flags = ""]) => flags),
    commands: [...(commands ?? "").matchAll(/^ {2}([a-z]+)/gm)].map(([, name = ""]) => name),
    examples: (examples ?? "").split("\n").flatMap((line) => line.trim() || []),
  };
}

/** Every command that does something, in the order of the help. */
async function allCommands(language: "zh" | "en", above: readonly string[] = []): Promise<readonly Help[]> {
  const { commands } = await helpOf(above, language);
  const all: Help[] = [];
  for (const name of commands) {
    const help = await helpOf([...above, name], language);
    if (help.commands.length === 0) all.push(help);
    else all.push(...(await allCommands(language, [...above, name])));
  }
  return all;
}
