/** Commands about the rules. Each action imports its command when it is called, so that --help is quick. */
import type { Command } from "commander";
import { examples } from "../commands/help.ts";
import type { CommandWords } from "./command-words.ts";

/** Declares rules and its subcommands. */
export function addRulesCommands(program: Command, words: CommandWords): void {
  const { t, io, language, done } = words;
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
      .addOption(words.rules())
      .addOption(words.json())
      .addOption(words.lang())
      .addHelpText("after", examples(language, ...shown));
  onRules(
    "list",
    "列出规则版本、项目和类别",
    "list editions, programmes and categories",
    "relief rules list",
    "relief rules list -r 我的规则.yaml --json",
  ).action(async (options) => {
    const { rulesList } = await import("../commands/rules/list.ts");
    done(rulesList(words.spoken(options), io));
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
      const { rulesShow } = await import("../commands/rules/show.ts");
      done(rulesShow(programme, words.spoken(options), io));
    });
  onRules(
    "check",
    "检查规则：引文在原文里、金额句都有项目、每个项目有例子",
    "check quotes, sums covered, examples",
    "relief rules check",
    "relief rules check -r 我的规则.yaml",
  ).action(async (options) => {
    const { rulesCheck } = await import("../commands/rules/check.ts");
    done(rulesCheck(words.spoken(options), io));
  });
  onRules(
    "test",
    "把例子算一遍",
    "run the worked examples",
    "relief rules test",
    "relief rules test -r 我的规则.yaml",
  ).action(async (options) => {
    const { rulesTest } = await import("../commands/rules/test.ts");
    done(rulesTest(words.spoken(options), io));
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
    .addOption(words.campaign())
    .addOption(words.without())
    .addOption(words.json())
    .addOption(words.lang())
    .addHelpText("after", examples(language, "relief rules diff 2022 2023", "relief rules diff 2023 新规则.yaml 名单"))
    .action(async (old: string, now: string, paths: string[], options) => {
      const { rulesDiff } = await import("../commands/rules/diff.ts");
      done(rulesDiff(old, now, paths, words.spoken(options), io));
    });
  onRules(
    "new",
    "从这一版抄出下一年的规则，每个金额、每条理解标着还没有确认",
    "next year's edition from this one, every sum marked to be confirmed",
    "relief rules new 2024",
    "relief rules new 2024 -o 规则",
  )
    .argument("<year>", t("年份", "the year"))
    .option("-o, --output <folder>", t("写在哪个文件夹", "the folder to write into"), ".")
    .action(async (year: string, options) => {
      const { rulesNew } = await import("../commands/rules/new.ts");
      done(rulesNew(year, words.spoken(options), io));
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
    .addOption(words.campaign())
    .addOption(words.without())
    .action(async (paths: string[], options) => {
      const { rulesExport } = await import("../commands/rules/export.ts");
      done(await rulesExport(paths, words.spoken(options), io));
    });
  rulesCommand
    .command("schema")
    .description(t("规则文件的 JSON Schema，供编辑器提示", "the JSON Schema of a rules file, for editors"))
    .addOption(words.lang())
    .addHelpText("after", examples(language, "relief rules schema"))
    .action(async () => {
      const { rulesSchema } = await import("../commands/rules/schema.ts");
      done(rulesSchema(io));
    });
}
