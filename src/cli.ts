/** The command line: the program itself, its streams, its end. The commands are declared in cli/. */
import { Command, CommanderError } from "commander";
import { addBeginningCommands } from "./cli/beginning-commands.ts";
import { commandWords } from "./cli/command-words.ts";
import { addListCommands } from "./cli/list-commands.ts";
import { addOutputCommands } from "./cli/output-commands.ts";
import { addRulesCommands } from "./cli/rules-commands.ts";
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
  const words = commandWords(language, io, done);
  const { t } = words;
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
  program.addOption(words.lang());
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
  addListCommands(program, words);
  addOutputCommands(program, words);
  addBeginningCommands(program, words);
  addRulesCommands(program, words);
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
