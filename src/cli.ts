/** The command line: names, options, help. Each action imports its command when it is called, so that --help is quick. */
import { Command, CommanderError, Option } from "commander";
import { examples, helpStyle, seeHelp, wrongUse } from "./commands/help.ts";
import { DONE, type Io, type Language, REFUSED, say } from "./commands/io.ts";
import { reliefVersion } from "./commands/version.ts";

/** Runs relief with the words of a command line; gives the exit code. The only place that catches what nobody foresaw. */
export async function main(words: readonly string[], io: Io = processIo()): Promise<number> {
  const language = languageOf(words);
  let code = DONE;
  const program = build(language, io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : REFUSED;
    const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    io.err(
      say(
        language,
        `relief 出了意料之外的错：${why}\n这是程序的问题，不是名单的问题；已有的结果没有改动。请把这条消息和所用的命令交给维护人员。\n`,
        `relief failed in an unforeseen way: ${why}\nThis is relief's fault, not your lists'; earlier output is unchanged. Please report this message with the command.\n`,
      ),
    );
    return REFUSED;
  }
}

function processIo(): Io {
  // Whoever reads may have read enough (| head): what is left to say has no reader, and the work goes on.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    cwd: process.cwd(),
    isTty: process.stderr.isTTY === true,
    environment: process.env,
  };
}

/** The language must be known before the help is written. */
function languageOf(words: readonly string[]): Language {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const said = words[at]?.includes("=") ? words[at]?.split("=")[1] : words[at + 1];
  return at >= 0 && said === "en" ? "en" : "zh";
}

function build(language: Language, io: Io, done: (code: number) => void): Command {
  const t = (zh: string, en: string) => say(language, zh, en);
  const program = new Command("relief")
    .description(
      t(
        "帮困送温暖资金核算：读名单、按规则计算、去重、生成代发文件和核对报告",
        "relief money: read lists, apply the rules, remove duplicates, write payment files and reports",
      ),
    )
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(wrongUse(text, language)),
    })
    .configureHelp(helpStyle(language))
    .helpOption("-h, --help", t("显示帮助", "show help"))
    .showSuggestionAfterError(true);
  program.version(reliefVersion(), "-V, --version", t("显示版本", "show the version"));
  const lang = () => new Option("--lang <zh|en>", t("消息的语言", "language of messages")).choices(["zh", "en"]);
  program.addOption(lang());
  // Before or behind the command: commander gives it to the program, each command shows it.
  const spoken = <T extends object>(options: T) => ({ ...options, lang: language });
  program.addHelpText(
    "after",
    examples(
      language,
      "relief compute 名单 -o out",
      "relief explain out 沈国梁",
      "relief verify out",
      "relief compute --help",
    ),
  );
  const rules = () =>
    new Option("-r, --rules <edition>", t("规则版本或规则文件", "edition of the rules, or a rules file"));
  const campaign = () =>
    new Option("--campaign <file>", t("活动文件（不写就是 relief.yaml）", "campaign file (relief.yaml by default)"));
  const json = () => new Option("--json", t("结果写成 JSON", "the result as JSON")).default(false);

  program
    .command("compute")
    .summary(t("计算，并写出全部结果（主要工作）", "decide and write everything (the main job)"))
    .description(
      t(
        "读名单，计算每个人每个项目，写出代发文件、签领表和核对报告。",
        "Reads the lists, decides every programme for everybody, writes payment files, signature sheets and reports.",
      ),
    )
    .argument("<list...>", t("名单文件或文件夹", "lists: files or folders"))
    .addOption(rules())
    .addOption(campaign())
    .option(
      "-o, --output <folder>",
      t(
        "结果文件夹，不写就是 out（原有的计算结果整个换掉）",
        "output folder, out where nothing is said (an earlier output is replaced as a whole)",
      ),
    )
    .option(
      "--without <categories>",
      t("本次没有的对象类别，逗号隔开", "categories that have nobody, separated by commas"),
    )
    .option("--strict", t("有必须处理或需要确认的问题时退出码为 1", "exit 1 where errors or warnings are open"), false)
    .option("--quiet", t("不显示汇总和进度", "no summary, no progress"), false)
    .addOption(json())
    .addOption(lang())
    .addHelpText(
      "after",
      examples(
        language,
        "relief compute 名单 -o out",
        "relief compute 低保.xlsx 定补.xlsx -o out --without 特困供养",
        "relief compute 名单 -o 试算 -r 我的规则.yaml --strict",
      ),
    )
    .action(async (paths: string[], options) => {
      const { computeCommand } = await import("./commands/compute.ts");
      done(await computeCommand(paths, spoken(options), io));
    });

  program
    .command("check")
    .summary(t("只查问题：报告，和涂了色、可以退回的名单", "problems only, and marked copies of the lists"))
    .description(
      t(
        "除了发钱什么都做：查出每份名单的问题，写出问题清单，并把错的格子涂色、写上批注，做成可以退回来名单单位修改的副本。",
        "Everything but the money: finds what is wrong with the lists, and writes copies of them with the faulty cells marked, to be sent back.",
      ),
    )
    .argument("<list...>", t("名单文件或文件夹", "lists: files or folders"))
    .addOption(rules())
    .addOption(campaign())
    .option(
      "-o, --output <folder>",
      t("结果文件夹（上次检查的结果整个换掉）", "output folder (an earlier check is replaced as a whole)"),
      "检查",
    )
    .option(
      "--without <categories>",
      t("本次没有的对象类别，逗号隔开", "categories that have nobody, separated by commas"),
    )
    .option("--since <folder>", t("与上次检查或计算的结果比较", "compare with an earlier output of check or compute"))
    .option("--quiet", t("不显示结果和进度", "no report, no progress"), false)
    .addOption(json())
    .addOption(lang())
    .addHelpText(
      "after",
      examples(
        language,
        "relief check 名单",
        "relief check 名单 --since 检查",
        "relief check 低保.xlsx -o 低保检查 --without 重残无业,特困供养",
      ),
    )
    .action(async (paths: string[], options) => {
      const { checkCommand } = await import("./commands/check.ts");
      done(await checkCommand(paths, spoken(options), io));
    });

  program
    .command("explain")
    .summary(t("说明某人为什么得到这些钱", "why a person got this sum"))
    .argument("<out>", t("计算结果文件夹", "output folder of compute"))
    .argument("<person>", t("身份证号或姓名", "ID number or name"))
    .addOption(json())
    .addOption(lang())
    .addHelpText(
      "after",
      examples(language, "relief explain out 沈国梁", "relief explain out 310198195803113110 --json"),
    )
    .action(async (folder: string, person: string, options) => {
      const { explainCommand } = await import("./commands/explain.ts");
      done(await explainCommand(folder, person, spoken(options), io));
    });

  program
    .command("verify")
    .summary(t("只凭结果文件重新核对", "check an output again, from its files alone"))
    .argument("<out>", t("计算结果文件夹", "output folder of compute"))
    .addOption(json())
    .addOption(lang())
    .addHelpText("after", examples(language, "relief verify out", "relief verify out --json"))
    .action(async (folder: string, options) => {
      const { verifyCommand } = await import("./commands/verify.ts");
      done(await verifyCommand(folder, spoken(options), io));
    });

  program
    .command("template")
    .summary(t("写出空白名单，给各部门填写", "write blank lists for agencies to fill in"))
    .description(
      t(
        "写出空白名单：带下拉选项、填写提示和检查，填好后不用任何说明就能计算。已有的文件不动。",
        "Writes blank lists with drop-downs, hints and checks, which compute reads without a word. Files that are there are left alone.",
      ),
    )
    .argument("[category...]", t("对象类别，不写就是全部", "categories, all where none is named"))
    .addOption(rules())
    .addOption(campaign())
    .option("-o, --output <folder>", t("放进哪个文件夹", "the folder they go to"), "模板")
    .addOption(json())
    .addOption(lang())
    .addHelpText("after", examples(language, "relief template", "relief template 低保 重残无业 -o 发给民政科"))
    .action(async (categories: string[], options) => {
      const { templateCommand } = await import("./commands/template.ts");
      done(await templateCommand(categories, spoken(options), io));
    });

  program
    .command("init")
    .summary(t("新建一次活动的文件夹：活动文件和空白名单", "a campaign folder: relief.yaml and blank lists"))
    .description(
      t(
        "写出 relief.yaml（每一项设置都有说明，要用的去掉 #）、模板和空的名单文件夹。已有活动文件的文件夹不动。",
        "Writes relief.yaml (every setting explained, commented out), blank lists and an empty folder for lists. A folder that has a campaign file is left alone.",
      ),
    )
    .argument("[folder]", t("文件夹，不写就是当前文件夹", "the folder, the working folder where none is named"), ".")
    .addOption(rules())
    .addOption(json())
    .addOption(lang())
    .addHelpText("after", examples(language, "relief init 2023春节", "relief init -r 我的规则.yaml"))
    .action(async (folder: string, options) => {
      const { initCommand } = await import("./commands/init.ts");
      done(await initCommand(folder, spoken(options), io));
    });

  const rulesCommand = program
    .command("rules")
    .summary(t("查看、检查规则", "show and check the rules"))
    .addHelpText(
      "after",
      examples(
        language,
        "relief rules list",
        "relief rules show 一般对象节日补助",
        "relief rules check",
        "relief rules test",
      ),
    );
  const onRules = (name: string, zh: string, en: string, ...shown: readonly string[]) =>
    rulesCommand
      .command(name)
      .description(t(zh, en))
      .addOption(rules())
      .addOption(json())
      .addOption(lang())
      .addHelpText("after", examples(language, ...shown));
  onRules(
    "list",
    "列出规则版本、项目和类别",
    "list editions, programmes and categories",
    "relief rules list",
    "relief rules list -r 我的规则.yaml --json",
  ).action(async (options) => {
    const { rulesList } = await import("./commands/rules/list.ts");
    done(rulesList(spoken(options), io));
  });
  onRules(
    "show",
    "把一个项目念出来：给谁、多少、哪来的钱、依据哪句话；不写项目就是全部，供签字",
    "read one programme aloud, or all of them for signing off",
    "relief rules show 一般对象节日补助",
    "relief rules show general-festival",
    "relief rules show > 规则.txt",
  )
    .argument("[programme]", t("项目名称、编号或序号", "name, id or number of a programme"))
    .action(async (programme: string | undefined, options) => {
      const { rulesShow } = await import("./commands/rules/show.ts");
      done(rulesShow(programme, spoken(options), io));
    });
  onRules(
    "check",
    "检查规则：引文在原文里、金额句都有项目、每个项目有例子",
    "check quotes, sums covered, examples",
    "relief rules check",
    "relief rules check -r 我的规则.yaml",
  ).action(async (options) => {
    const { rulesCheck } = await import("./commands/rules/check.ts");
    done(rulesCheck(spoken(options), io));
  });
  onRules(
    "test",
    "把例子算一遍",
    "run the worked examples",
    "relief rules test",
    "relief rules test -r 我的规则.yaml",
  ).action(async (options) => {
    const { rulesTest } = await import("./commands/rules/test.ts");
    done(rulesTest(spoken(options), io));
  });
  rulesCommand
    .command("diff")
    .description(
      t(
        "两版规则有什么不同；给出名单的，谁多得谁少得、要多少钱（不写任何文件）",
        "what changed between two editions; with lists, who gains and loses and what it costs (nothing is written)",
      ),
    )
    .argument("<old>", t("原来的版本或规则文件", "the older edition, or a rules file"))
    .argument("<new>", t("新的版本或规则文件", "the newer edition, or a rules file"))
    .argument("[list...]", t("名单文件或文件夹", "lists: files or folders"))
    .addOption(campaign())
    .option(
      "--without <categories>",
      t("本次没有的对象类别，逗号隔开", "categories that have nobody, separated by commas"),
    )
    .addOption(json())
    .addOption(lang())
    .addHelpText("after", examples(language, "relief rules diff 2022 2023", "relief rules diff 2023 新规则.yaml 名单"))
    .action(async (old: string, now: string, paths: string[], options) => {
      const { rulesDiff } = await import("./commands/rules/diff.ts");
      done(rulesDiff(old, now, paths, spoken(options), io));
    });
  onRules(
    "new",
    "从这一版抄出下一年的规则，每个金额标着还没有确认",
    "next year's edition from this one, every sum marked to be confirmed",
    "relief rules new 2024",
    "relief rules new 2024 -o 规则",
  )
    .argument("<year>", t("年份", "the year"))
    .option("-o, --output <folder>", t("写在哪个文件夹", "the folder to write into"), ".")
    .action(async (year: string, options) => {
      const { rulesNew } = await import("./commands/rules/new.ts");
      done(rulesNew(year, spoken(options), io));
    });
  onRules(
    "export",
    "写出标准表和口径确认单两个表格文件；给出名单的，写明涉及多少人和金额",
    "write the table of standards and the form to confirm readings; with lists, the people and yuan concerned",
    "relief rules export -o 规则",
    "relief rules export 名单 -o 规则",
  )
    .argument("[list...]", t("名单文件或文件夹", "lists: files or folders"))
    .option("-o, --output <folder>", t("写在哪个文件夹", "the folder to write into"), ".")
    .addOption(campaign())
    .option(
      "--without <categories>",
      t("本次没有的对象类别，逗号隔开", "categories that have nobody, separated by commas"),
    )
    .action(async (paths: string[], options) => {
      const { rulesExport } = await import("./commands/rules/export.ts");
      done(await rulesExport(paths, spoken(options), io));
    });
  rulesCommand
    .command("schema")
    .description(t("规则文件的 JSON Schema，供编辑器提示", "the JSON Schema of a rules file, for editors"))
    .addOption(lang())
    .addHelpText("after", examples(language, "relief rules schema"))
    .action(async () => {
      const { rulesSchema } = await import("./commands/rules/schema.ts");
      done(rulesSchema(io));
    });
  inherit(program, "relief", language);
  return program;
}

/** Subcommands write to the same streams, end in the same way, and name their own help where they are used wrongly. */
function inherit(command: Command, words: string, language: Language): void {
  command.helpCommand(false).showHelpAfterError(seeHelp(language, words));
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    inherit(child, `${words} ${child.name()}`, language);
  }
}
