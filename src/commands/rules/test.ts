/** `relief rules test`: the worked examples, with the steps of those that fail. */
import { runExample } from "../../examples.ts";
import { DONE, type Io, NO, REFUSED, say } from "../io.ts";
import { examplesOf, loaded, type RulesOptions, tell } from "./loaded.ts";

/** Runs the examples of an edition. */
export function rulesTest(options: RulesOptions, io: Io): number {
  const edition = loaded(options, io);
  if (edition === null) return REFUSED;
  const { value, problems } = examplesOf(edition);
  const results = value.map((example) => runExample(example, edition.rules, edition.words));
  const failed = results.filter((result) => result.problems.length > 0);
  if (!options.json) {
    tell(problems, options.lang, io.out);
    for (const { problems: found, steps } of failed) {
      tell(found, options.lang, io.out);
      for (const step of steps) io.out(`    ${step}\n`);
    }
  }
  const passed = results.length - failed.length;
  io.out(
    options.json
      ? `${JSON.stringify({ passed, failed: failed.map((f) => f.example.family) })}\n`
      : say(
          options.lang,
          `例子：${passed} 个相符，${failed.length} 个不符。\n`,
          `examples: ${passed} hold, ${failed.length} fail.\n`,
        ),
  );
  return failed.length === 0 && problems.length === 0 && results.length > 0 ? DONE : NO;
}
