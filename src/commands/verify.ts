/** `relief verify OUT`: hashes, totals and the laws of an output, again, from its files alone. */
import { fileOnly } from "../model/place.ts";
import { problem } from "../problem/problem.ts";
import { readManifest } from "../verify/output.ts";
import { verify } from "../verify/verify.ts";
import { DONE, type Io, type Language, NO, REFUSED, say } from "./io.ts";
import { openOutput } from "./open-output.ts";
import { problemBlock } from "./problem-text.ts";

/** What the command line says. */
export interface VerifyOptions {
  readonly lang: Language;
  readonly json: boolean;
}

/** Checks an output; exit 1 where something does not hold. */
export async function verifyCommand(folder: string, options: VerifyOptions, io: Io): Promise<number> {
  const out = await openOutput(folder, options.lang, io);
  if ((await readManifest(out)) === null) {
    const none = problem("C105", fileOnly(""), { path: folder, why: "没有 清单.json", whyEn: "it has no 清单.json" });
    io.err(`${problemBlock(none, options.lang)}\n`);
    return REFUSED;
  }
  const findings = await verify(out);
  if (options.json) io.out(`${JSON.stringify({ output: folder, findings })}\n`);
  else {
    for (const { what, expected, found } of findings) {
      io.out(
        say(
          options.lang,
          `不符：${what}：应为 ${expected}，实际 ${found}\n`,
          `differs: ${what}: expected ${expected}, found ${found}\n`,
        ),
      );
    }
    io.out(
      findings.length === 0
        ? say(
            options.lang,
            "核对无误：文件没有改动，合计相符，各条定律成立。\n",
            "everything holds: files unchanged, totals equal, laws kept.\n",
          )
        : say(options.lang, `有 ${findings.length} 处不符。\n`, `${findings.length} things differ.\n`),
    );
  }
  return findings.length === 0 ? DONE : NO;
}
