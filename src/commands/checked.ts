/** What `check` was asked and what it found: what its texts are made of. */
import type { Outcome } from "../model/outcome.ts";
import type { Compared } from "../problem/since.ts";
import type { CampaignOptions } from "./campaign.ts";
import type { Language } from "./io.ts";

/** Where `check` writes when nothing is said. */
export const DEFAULT_CHECK = "检查";

/** What the command line says. */
export interface CheckOptions extends CampaignOptions {
  readonly output: string;
  /** An earlier output to compare with. */
  readonly since: string | undefined;
  readonly lang: Language;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What a check found, and how it was asked for. */
export interface Checked {
  readonly outcome: Outcome;
  /** Against an earlier output; null where none was named. */
  readonly since: Compared | null;
  /** As the user typed them. */
  readonly paths: readonly string[];
  readonly options: CheckOptions;
}

/** The words of the language that was asked for. */
export type Words = (zh: string, en: string) => string;
