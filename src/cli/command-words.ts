/** What the commands of the command line have in common: their language, the options that several take, how they end. */
import { Option } from "commander";
import { type Io, type Language, say } from "../commands/io.ts";

/** Handed to whoever declares commands. */
export interface CommandWords {
  readonly io: Io;
  readonly language: Language;
  readonly t: (zh: string, en: string) => string;
  /** Notes the exit code. */
  readonly done: (code: number) => void;
  /** Options with the language: commander gives it to the program, whether it stands before or behind the command. */
  readonly spoken: <T extends object>(options: T) => T & { readonly lang: Language };
  readonly lang: () => Option;
  readonly rules: () => Option;
  readonly campaign: () => Option;
  readonly json: () => Option;
  readonly without: () => Option;
}

/** The words of one run. */
export function commandWords(language: Language, io: Io, done: (code: number) => void): CommandWords {
  const t = (zh: string, en: string) => say(language, zh, en);
  return {
    io,
    language,
    t,
    done,
    spoken: (options) => ({ ...options, lang: language }),
    lang: () => new Option("--lang <zh|en>", t("消息的语言", "language of messages")).choices(["zh", "en"]),
    rules: () => new Option("-r, --rules <edition>", t("规则版本或规则文件", "edition of the rules, or a rules file")),
    campaign: () =>
      new Option("--campaign <file>", t("活动文件（不写就是 relief.yaml）", "campaign file (relief.yaml by default)")),
    json: () => new Option("--json", t("结果写成 JSON", "the result as JSON")).default(false),
    without: () =>
      new Option(
        "--without <categories>",
        t("本次没有的对象类别，逗号隔开", "categories that have nobody, separated by commas"),
      ),
  };
}
