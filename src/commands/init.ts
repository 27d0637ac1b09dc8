/** `relief init [FOLDER]`: a campaign folder, with a commented relief.yaml and blank lists. Nothing that is there is touched. */
import { relative, resolve, sep } from "node:path";
import { blankCampaign } from "../campaign/blank.ts";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { templateLists } from "../template/lists.ts";
import { cannotWrite } from "../write/cannot-write.ts";
import { DISK } from "../write/disk.ts";
import { writeNew } from "../write/new-files.ts";
import { CAMPAIGN_FILE } from "./campaign.ts";
import { DEFAULT_EDITION, loadEdition } from "./edition.ts";
import { DONE, type Io, type Language, REFUSED, say } from "./io.ts";
import { problemBlock } from "./problem-text.ts";
import { TEMPLATES, templateFiles } from "./template.ts";

/** Where the lists go that come back. */
const LISTS = "名单";

/** What the command line says. */
export interface InitOptions {
  readonly rules: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
}

/** Writes relief.yaml, 模板/ and an empty 名单/; refuses where there is a relief.yaml, and writes nothing then. */
export async function initCommand(folder: string, options: InitOptions, io: Io): Promise<number> {
  const refuse = (problems: readonly Problem[]) => {
    for (const p of problems) io.err(`${problemBlock(p, options.lang)}\n`);
    io.err(`${say(options.lang, "什么也没有写。", "nothing was written.")}\n`);
    return REFUSED;
  };
  const edition = loadEdition(options.rules ?? DEFAULT_EDITION, io.cwd);
  if (!edition.ok) return refuse(edition.problems);
  const { rules, words } = edition.value;
  const target = resolve(io.cwd, folder);
  const campaignFile = resolve(target, CAMPAIGN_FILE);
  try {
    if ((await DISK.kindOf(campaignFile)) !== "missing")
      return refuse([problem("C113", fileOnly(CAMPAIGN_FILE), { folder })]);
    const text = blankCampaign(rules, editionFrom(target, options.rules, io.cwd));
    const lists = templateFiles(templateLists(rules, words, new Set(rules.categories.keys())), rules);
    const { written, kept } = await writeNew(
      target,
      [
        { path: CAMPAIGN_FILE, make: () => Buffer.from(forNotepad(text), "utf8") },
        ...lists.map(({ path, make }) => ({ path: `${TEMPLATES}/${path}`, make })),
      ],
      DISK,
    );
    await DISK.makeFolders(resolve(target, LISTS));
    if (options.json) io.out(`${JSON.stringify({ folder, written, kept })}\n`);
    else io.out(told(folder, written.length - 1, kept, options.lang));
    return DONE;
  } catch (error) {
    const why = cannotWrite(error, folder, "");
    if (why === null) throw error;
    return refuse([why]);
  }
}

/** Old Notepads take a text without a mark for one in GBK, and see no end of a line in a line feed alone. */
function forNotepad(text: string): string {
  return `\ufeff${text.replaceAll("\n", "\r\n")}`;
}

/** The edition as the campaign file names it: a rules file by its way from the campaign's folder. */
function editionFrom(target: string, named: string | undefined, cwd: string): string {
  if (named === undefined || !/[\\/]|\.ya?ml$/.test(named)) return named ?? DEFAULT_EDITION;
  const way = relative(target, resolve(cwd, named)).split(sep).join("/");
  return way.includes("/") ? way : `./${way}`;
}

function told(folder: string, templates: number, kept: readonly string[], lang: Language): string {
  const t = (zh: string, en: string) => say(lang, zh, en);
  const at = folder === "." ? "" : `${folder}/`;
  const go = folder === "." ? "" : t(`进入 ${folder}，`, `go to ${folder}, `);
  return [
    t(
      `写好 ${at}${CAMPAIGN_FILE}：每一项设置都有说明，要用的去掉 #`,
      `wrote ${at}${CAMPAIGN_FILE}: every setting is explained; take the # away from what you use`,
    ),
    t(
      `写好 ${at}${TEMPLATES}/：空白名单 ${templates} 份，发给各部门填写`,
      `wrote ${at}${TEMPLATES}/: ${templates} blank lists for the agencies to fill in`,
    ),
    ...kept.map((file) => t(`已有，没有动：${at}${file}`, `left alone: ${at}${file}`)),
    t(
      `接着：收到的名单放进 ${at}${LISTS}/，${go}运行 relief check ${LISTS}，再运行 relief compute ${LISTS}`,
      `next: put the lists that come into ${at}${LISTS}/, ${go}run relief check ${LISTS}, then relief compute ${LISTS}`,
    ),
    "",
  ].join("\n");
}
