/**
 * What a run is told beside its lists: relief.yaml, the edition of the rules, check lists, 核实结论.xlsx and --without.
 * All commands that read lists come through here; paths in relief.yaml begin at its folder, which is the campaign's.
 */
import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { readCheckList } from "../campaign/check-list.ts";
import { listMappings } from "../campaign/lists.ts";
import { categoryNamed } from "../campaign/names.ts";
import { type CampaignFile, parseCampaign } from "../campaign/parse.ts";
import { resolveCampaign, type Said, type SaidCheckList } from "../campaign/resolve.ts";
import { type Campaign, type CheckList, NO_CAMPAIGN } from "../model/campaign.ts";
import type { InputFile, SourceRecord } from "../model/list.ts";
import { fileOnly } from "../model/place.ts";
import type { Rules } from "../model/rules.ts";
import { nearest } from "../problem/nearest.ts";
import { type Problem, problem, type Result } from "../problem/problem.ts";
import { originalNames } from "../read/corrected.ts";
import { type FoundFile, findInputs } from "../read/find.ts";
import { readInput } from "../read/read.ts";
import { isFailure, onDisk } from "../read/source.ts";
import { readTextFile } from "../read/text-file.ts";
import { DEFAULT_EDITION, type Edition, loadEdition } from "./edition.ts";
import { readSettling } from "./settling.ts";

/** The campaign file's name, where none is named. */
export const CAMPAIGN_FILE = "relief.yaml";

/** What the command line says about the campaign. */
export interface CampaignOptions {
  readonly rules: string | undefined;
  /** --campaign FILE; without it relief.yaml of the working folder, if there is one. */
  readonly campaign: string | undefined;
  /** --without 重残无业,特困供养 */
  readonly without: string | undefined;
}

/** A campaign, ready but for the lists. */
export interface Told {
  readonly edition: Edition;
  readonly campaign: Campaign;
  /** The campaign's folder: 核实结论.xlsx, 台账 and 对账 stand there. */
  readonly folder: string;
  /** Where the campaign file wants the outcome, from the working folder; null where it says nothing. */
  readonly output: string | null;
  readonly said: Said;
  /** Real paths of the check lists' files, each with its list's name. */
  readonly checkListFiles: ReadonlyMap<string, string>;
  /** To be told with those of the lists. */
  readonly problems: readonly Problem[];
}

/** Reads everything but the lists. All or nothing: a word of the office that cannot be followed stops the run. */
export function readCampaign(options: CampaignOptions, cwd: string): Result<Told> {
  const file = readCampaignFile(options.campaign, cwd);
  if (!file.ok) return file;
  const edition = editionOf(options.rules, file.value, cwd);
  if (!edition.ok) return edition;
  return toldOf(file.value, edition.value, options.without, cwd);
}

/**
 * What an edition would be told in this campaign, whichever edition it has: to try it on the lists, and pay nothing.
 * What people decided is about persons, so both editions of a comparison are told it.
 */
export function tryEdition(
  edition: Edition,
  { campaign, without }: Omit<CampaignOptions, "rules">,
  cwd: string,
): Result<Told> {
  const file = readCampaignFile(campaign, cwd);
  return file.ok ? toldOf(file.value, edition, without, cwd) : file;
}

function toldOf(file: ReadFile, edition: Edition, withoutWords: string | undefined, cwd: string): Result<Told> {
  const { folder, parsed, source } = file;
  const { rules, words } = edition;
  const said = resolveCampaign(parsed, rules, words);
  if (!said.ok) return said;
  const without = withoutOf(withoutWords, rules);
  const settling = readSettling(folder);
  const checked = said.value.checkLists.map((list) => readOne(list, folder, edition, settling.decisions));
  const refused = [
    ...without.problems,
    ...(settling.refused ? settling.problems : []),
    ...checked.flatMap((list) => list.refused),
  ];
  if (refused.length > 0) return { ok: false, problems: refused };
  const { district, street, declaredNone, answers, ownPayers, mergesProgrammes } = said.value;
  const sources = [source, ...checked.flatMap((list) => list.sources), settling.source];
  return {
    ok: true,
    value: {
      edition,
      folder,
      output: parsed.written.结果 === undefined ? null : relative(cwd, resolve(folder, parsed.written.结果)),
      said: said.value,
      checkListFiles: new Map(checked.flatMap((list) => list.paths.map((path) => [path, list.list.name]))),
      problems: [...settling.problems, ...checked.flatMap((list) => list.problems)],
      campaign: {
        ...NO_CAMPAIGN,
        sources: sources.filter((one) => one !== null),
        district: district === "" ? rules.district : district,
        street,
        declaredNone: new Set([...declaredNone, ...without.value]),
        answers,
        ownPayers,
        mergesProgrammes,
        checkLists: checked.map((list) => list.list),
        decisions: settling.decisions,
      },
    },
  };
}

/** The edition alone, for what is done before any list has come. */
export function readEdition(options: Pick<CampaignOptions, "rules" | "campaign">, cwd: string): Result<Edition> {
  const file = readCampaignFile(options.campaign, cwd);
  return file.ok ? editionOf(options.rules, file.value, cwd) : file;
}

interface ReadFile {
  readonly folder: string;
  readonly parsed: CampaignFile;
  readonly source: SourceRecord | null;
}

/** No file, and none was named: nothing is said, and the working folder is the campaign's. */
function readCampaignFile(named: string | undefined, cwd: string): Result<ReadFile> {
  const path = named === undefined ? join(cwd, CAMPAIGN_FILE) : resolve(cwd, named);
  const name = basename(path);
  const read = readTextFile(path);
  if (isFailure(read)) {
    if (read.missing && named === undefined) {
      const nothing = { written: {}, at: () => fileOnly("") };
      return { ok: true, value: { folder: cwd, parsed: nothing, source: null } };
    }
    const { why, whyEn } = read.missing ? { why: "没有这个文件", whyEn: "there is no such file" } : read;
    return { ok: false, problems: [problem("C107", fileOnly(name), { path: named ?? name, why, whyEn })] };
  }
  const parsed = parseCampaign(read.text, name);
  if (!parsed.ok) return parsed;
  const source = { name, sha256: read.sha256, bytes: read.bytes, role: "campaign" as const };
  return { ok: true, value: { folder: dirname(path), parsed: parsed.value, source } };
}

/**
 * The campaign's one edition: what relief.yaml says, else the command line, else the newest. Where both name one it must
 * be the same, for sums, decisions and batch numbers of two editions would stand in one folder.
 */
function editionOf(named: string | undefined, file: ReadFile, cwd: string): Result<Edition> {
  const asked = named === undefined ? null : loadEdition(named, cwd);
  if (asked?.ok === false) return asked;
  const own = ownEdition(file);
  if (own === null) return asked ?? loadEdition(DEFAULT_EDITION, cwd);
  if (!own.ok || asked === null || asked.value.sha256 === own.value.sha256) return own;
  const params = { own: file.parsed.written.规则 ?? "", asked: named ?? "" };
  return { ok: false, problems: [problem("C114", file.parsed.at(["规则"]), params)] };
}

/** The edition that relief.yaml says, null where it says none; a name that there is not is told at its line. */
function ownEdition({ parsed, folder }: ReadFile): Result<Edition> | null {
  const { 规则: written } = parsed.written;
  if (written === undefined) return null;
  const edition = loadEdition(written, folder);
  if (edition.ok) return edition;
  const problems = edition.problems.map((p) =>
    p.code === "U004" && p.place.file === "" ? { ...p, place: parsed.at(["规则"]) } : p,
  );
  return { ok: false, problems };
}

/** --without in category keys. */
function withoutOf(
  without: string | undefined,
  rules: Rules,
): { value: readonly string[]; problems: readonly Problem[] } {
  const names = (without ?? "").split(/[,，、;；\s]+/).filter((name) => name !== "");
  const found = names.map((name) => ({ name, category: categoryNamed(name, rules, null) }));
  return {
    value: found.flatMap(({ category }) => category?.id ?? []),
    problems: found
      .filter(({ category }) => category === null)
      .map(({ name }) =>
        problem("C103", fileOnly(""), { name, near: nearest(name, rules.categories.keys()).join("、") }),
      ),
  };
}

interface ReadCheckList {
  readonly list: CheckList;
  readonly paths: readonly string[];
  readonly sources: readonly SourceRecord[];
  readonly problems: readonly Problem[];
  readonly refused: readonly Problem[];
}

/** Reads one check list: files, or folders of them, each shown by its path from the campaign's folder. */
function readOne(
  said: SaidCheckList,
  folder: string,
  { rules, words }: Edition,
  decisions: Campaign["decisions"],
): ReadCheckList {
  const refused: Problem[] = [];
  const problems: Problem[] = [];
  const found: FoundFile[] = [];
  for (const { path, place } of said.paths) {
    const inputs = findInputs([path.replaceAll("\\", "/")], folder);
    const missing = inputs.problems.some((p) => p.code === "R102");
    if (missing)
      refused.push(problem("C110", place, { list: said.name, path, near: nearFiles(path, folder) }, { content: path }));
    else refused.push(...inputs.problems.filter((p) => p.code !== "R202"));
    found.push(...inputs.files.map((file) => ({ ...file, name: shownFrom(folder, file.path) })));
  }
  const inputs: InputFile[] = found.map(readInput);
  refused.push(...inputs.filter((file) => file.state === "refused").flatMap((file) => file.problems));
  problems.push(...inputs.filter((file) => file.state === "passed-over").flatMap((file) => file.problems));
  const read = inputs.filter((file) => file.state === "read");
  const checked = readCheckList(read, said, rules, words, decisions);
  return {
    list: checked.list,
    paths: found.map((file) => realPath(file.path)),
    sources: read.map(({ name, sha256, bytes }) => ({ name, sha256, bytes, role: "check-list" })),
    problems: [...problems, ...checked.problems],
    refused: [...refused, ...checked.refused],
  };
}

/** Files beside the one that is not there. */
function nearFiles(path: string, folder: string): string {
  const beside = dirname(resolve(folder, path));
  const found = onDisk(() => findInputs([beside], folder).files);
  const names = isFailure(found) ? [] : found.map((file) => shownFrom(folder, file.path));
  return nearest(path, names).join("、");
}

/** A path from the campaign's folder with "/"; the bare name of what lies outside, for no output names this machine's folders. */
function shownFrom(folder: string, path: string): string {
  const from = relative(folder, path).split(sep).join("/");
  return from.startsWith("..") || isAbsolute(from) ? basename(path) : from;
}

function realPath(path: string): string {
  const real = onDisk(() => realpathSync(path));
  return isFailure(real) ? path : real;
}

/** The lists of a run, and the campaign with what it says of them. */
export interface FoundLists {
  readonly files: readonly FoundFile[];
  readonly campaign: Campaign;
  /** Those of severity 错误 stop `compute`. */
  readonly problems: readonly Problem[];
}

/** Finds the lists under the given paths; files that are check lists are none of them, and are passed over with a 提示. */
export function findLists(paths: readonly string[], told: Told, cwd: string): FoundLists {
  const found = findInputs(paths, cwd);
  const files = found.files.map((file) => {
    const checkList = told.checkListFiles.get(realPath(file.path));
    return checkList === undefined ? file : { ...file, settled: isCheckList(file.name, checkList) };
  });
  const lists = files.filter((file) => file.settled?.state !== "passed-over");
  const originals = told.said.lists.length === 0 ? new Map<FoundFile, string>() : originalNames(lists);
  const named = lists.map((file) => {
    return { name: file.name, path: shownFrom(told.folder, file.path), original: originals.get(file) ?? null };
  });
  const mappings = listMappings(told.said.lists, named, told.campaign.decisions);
  return {
    files,
    campaign: { ...told.campaign, lists: mappings.value },
    problems: [...found.problems, ...mappings.problems],
  };
}

function isCheckList(name: string, list: string): InputFile {
  const problems = [problem("C112", fileOnly(name), { list })];
  return { name, sha256: "", bytes: 0, original: null, lists: [], problems, state: "passed-over" };
}
