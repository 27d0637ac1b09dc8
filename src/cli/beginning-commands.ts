/** Commands that begin a campaign: template, init. Each action imports its command when it is called, so that --help is quick. */
import type { Command } from "commander";
import { examples } from "../commands/help.ts";
import type { CommandWords } from "./command-words.ts";

/** Declares template and init. */
export function addBeginningCommands(program: Command, words: CommandWords): void {
  const { t, io, language, done } = words;
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
    .addOption(words.rules())
    .addOption(words.campaign())
    .option("-o, --output <folder>", t("放进哪个文件夹", "the folder they go to"), "模板")
    .addOption(words.json())
    .addOption(words.lang())
    .addHelpText("after", examples(language, "relief template", "relief template 低保 重残无业 -o 发给民政科"))
    .action(async (categories: string[], options) => {
      const { templateCommand } = await import("../commands/template.ts");
      done(await templateCommand(categories, words.spoken(options), io));
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
    .addOption(words.rules())
    .addOption(words.json())
    .addOption(words.lang())
    .addHelpText("after", examples(language, "relief init 2023春节", "relief init -r 我的规则.yaml"))
    .action(async (folder: string, options) => {
      const { initCommand } = await import("../commands/init.ts");
      done(await initCommand(folder, words.spoken(options), io));
    });
}
