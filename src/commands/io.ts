/** What a command may touch of the outside: two streams, the working folder, the language. Handed in, so that tests run in process. */
import { Chalk, type ChalkInstance } from "chalk";

/** The language of messages; output documents are Chinese always. */
export type Language = "zh" | "en";

/** The outside of a command. */
export interface Io {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** The working folder: relative paths, and the campaign's folder. */
  readonly cwd: string;
  /** Standard error is a terminal: progress may be shown. */
  readonly isTty: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Exit codes: 0 done, 1 the answer is no, 2 refused and nothing written. */
export const DONE = 0;
export const NO = 1;
export const REFUSED = 2;

/** Colours for a terminal, none for a file or under NO_COLOR. */
export function colours(io: Io): ChalkInstance {
  const plain = io.environment["NO_COLOR"] !== undefined || !io.isTty;
  return new Chalk({ level: plain ? 0 : 1 });
}

/** The words of one language. */
export function say(language: Language, zh: string, en: string): string {
  return language === "zh" ? zh : en;
}
