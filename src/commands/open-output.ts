/** What a command does first that opens an output: a run that died may have left it half put in place. */
import { resolve } from "node:path";
import { DISK } from "../write/disk.ts";
import { tellKept } from "../write/kept.ts";
import { recover } from "../write/swap.ts";
import type { Io, Language } from "./io.ts";
import { problemBlock } from "./problem-text.ts";

/** The output's whole path; an unfinished swap is finished or undone, where the disk lets us. */
export async function openOutput(folder: string, language: Language, io: Io): Promise<string> {
  const out = resolve(io.cwd, folder);
  const { kept } = await recover(out, DISK).catch(() => ({ kept: null }));
  if (kept !== null) io.err(`${problemBlock(tellKept(kept), language)}\n`);
  return out;
}
