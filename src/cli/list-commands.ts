/** Commands that read lists: compute, check. Each action imports its command when it is called, so that --help is quick. */
import type { Command } from "commander";
import { examples } from "../commands/help.ts";
import type { CommandWords } from "./command-words.ts";

/** Declares compute and check. */
export function addListCommands(program: Command, words: CommandWords): void {
  const { t, io, language, done } = words;
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
    .addOption(words.rules())
    .addOption(words.campaign())
    .option(
      "-o, --output <folder>",
      t(
        "结果文件夹，不写就是 out（原有的计算结果整个换掉）",
        "output folder, out where nothing is said (an earlier output is replaced as a whole)",
      ),
    )
    .addOption(words.without())
    .option("--strict", t("有必须处理或需要确认的问题时退出码为 1", "exit 1 where errors or warnings are open"), false)
    .option("--quiet", t("不显示汇总和进度", "no summary, no progress"), false)
    .addOption(words.json())
    .addOption(words.lang())
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
      const { computeCommand } = await import("../commands/compute.ts");
      done(await computeCommand(paths, words.spoken(options), io));
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
    .addOption(words.rules())
    .addOption(words.campaign())
    .option(
      "-o, --output <folder>",
      t("结果文件夹（上次检查的结果整个换掉）", "output folder (an earlier check is replaced as a whole)"),
      "检查",
    )
    .addOption(words.without())
    .option("--since <folder>", t("与上次检查或计算的结果比较", "compare with an earlier output of check or compute"))
    .option("--quiet", t("不显示结果和进度", "no report, no progress"), false)
    .addOption(words.json())
    .addOption(words.lang())
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
      const { checkCommand } = await import("../commands/check.ts");
      done(await checkCommand(paths, words.spoken(options), io));
    });
}
