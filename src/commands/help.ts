/** How help and wrong use are said: commander's headings and messages in the user's language. */
import { type Language, say } from "./io.ts";

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

/** How commander lays out a help page: headings and placeholders in the language, defaults as a sentence. */
export function helpStyle(language: Language) {
  return {
    styleTitle: (title: string) => (language === "en" ? title : (TITLES[title] ?? title)),
    styleUsage: (usage: string) =>
      language === "en" ? usage : usage.replace("[options]", "[选项]").replace("[command]", "<命令>"),
    styleSubcommandTerm: (term: string) => term.replace(" [options]", ""),
    // A switch that is off needs no word.
    optionDescription: ({
      description,
      defaultValue,
    }: {
      readonly description: string;
      readonly defaultValue?: unknown;
    }) =>
      typeof defaultValue === "string"
        ? `${description}${say(language, `（不写就是 ${defaultValue}）`, ` (default: ${defaultValue})`)}`
        : description,
  };
}

/** What stands below a help page: lines that can be typed as they are. */
export function examples(language: Language, ...lines: readonly string[]): string {
  return [say(language, "\n例：", "\nExamples:"), ...lines.map((line) => `  ${line}`), ""].join("\n");
}

/** What stands below a message of wrong use. */
export function seeHelp(language: Language, command: string): string {
  return say(language, `看用法：${command} --help`, `for usage: ${command} --help`);
}

/** commander's English messages in the user's language. */
export function wrongUse(text: string, language: Language): string {
  if (language === "en") return text;
  return text
    .replace(/^error: unknown command '(.*)'/m, "没有“$1”这个命令")
    .replace(/^error: unknown option '(.*)'/m, "没有“$1”这个选项")
    .replace(/^error: missing required argument '(.*)'/m, "缺少参数 <$1>")
    .replace(/^error: too many arguments.*$/m, "参数太多")
    .replace(/^error: option '(.*)' argument missing/m, "选项“$1”后面缺少内容")
    .replace(/^error: option '(.*)' argument '(.*)' is invalid.*$/m, "选项“$1”不能是“$2”")
    .replace(/\(Did you mean (.*)\?\)/, "（是不是 $1？）");
}
