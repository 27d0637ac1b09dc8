/** Commands that ask about an output: explain, verify. Each action imports its command when it is called, so that --help is quick. */
import type { Command } from "commander";
import { examples } from "../commands/help.ts";
import type { CommandWords } from "./command-words.ts";

/** Declares explain and verify. */
export function addOutputCommands(program: Command, words: CommandWords): void {
  const { t, io, language, done } = words;
  program
    .command("explain")
    .summary(t("说明某人为什么得到这些钱", "why a person got this sum"))
    .argument("<out>", t("计算结果文件夹", "output folder of compute"))
    .argument("<person>", t("身份证号或姓名", "ID number or name"))
    .addOption(words.json())
    .addOption(words.lang())
    .addHelpText(
      "after",
      examples(language, "relief explain out 沈国梁", "relief explain out 310198195803113110 --json"),
    )
    .action(async (folder: string, person: string, options) => {
      const { explainCommand } = await import("../commands/explain.ts");
      done(await explainCommand(folder, person, words.spoken(options), io));
    });

  program
    .command("verify")
    .summary(t("只凭结果文件重新核对", "check an output again, from its files alone"))
    .argument("<out>", t("计算结果文件夹", "output folder of compute"))
    .addOption(words.json())
    .addOption(words.lang())
    .addHelpText("after", examples(language, "relief verify out", "relief verify out --json"))
    .action(async (folder: string, options) => {
      const { verifyCommand } = await import("../commands/verify.ts");
      done(await verifyCommand(folder, words.spoken(options), io));
    });
}
