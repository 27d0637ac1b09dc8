/** What to do after a check. */
import { hintOf, severityOf } from "../problem/problem.ts";
import { COPIES_FOLDER, returnedCopies } from "../write/check-plan.ts";
import { type Checked, DEFAULT_CHECK, type Words } from "./checked.ts";
import { missingLists } from "./missing-lists.ts";

/** What to do next, in the order in which it is done; commands can be typed as they stand. */
export function nextSteps({ outcome, paths, options }: Checked, t: Words): readonly string[] {
  const copies = returnedCopies(outcome);
  const made = copies.filter((copy) => copy.path !== null).length;
  const tooLarge = copies.filter((copy) => copy.path === null).map((copy) => copy.file);
  const missing = missingLists(outcome);
  const { refused } = outcome;
  const open = outcome.problems.some((p) => severityOf(p) !== "notice");
  const lists = paths.map(quoted).join(" ");
  const given = [
    options.rules === undefined ? "" : ` -r ${quoted(options.rules)}`,
    options.without === undefined ? "" : ` --without ${options.without}`,
  ].join("");
  const output = options.output === DEFAULT_CHECK ? "" : ` -o ${quoted(options.output)}`;
  const steps = [
    refused.length > 0 &&
      [
        t(
          `有 ${refused.length} 个文件未能读入，其他结果可能因此不准，请先处理：`,
          `${refused.length} files were not read, and without them other results may be wrong. Mend these first:`,
        ),
        ...refused.map((p) => `     ${p.place.file}: ${hintOf(p)[options.lang]}`),
      ].join("\n"),
    missing.length > 0 &&
      t(
        `名单未到：${missing.join("、")}。请催报；确实没有的，加 --without ${missing.join(",")}`,
        `lists not come: ${missing.join(", ")}; where there are none add --without ${missing.join(",")}`,
      ),
    made > 0 &&
      t(
        `${options.output}/${COPIES_FOLDER} 里有 ${made} 份名单，有问题的单元格已涂色并加批注，请发回报送单位修改；改好的文件放进名单文件夹，将代替原件。`,
        `${options.output}/${COPIES_FOLDER} holds ${made} lists with the faulty cells coloured: send them back. Corrected, they go among the lists, and are read instead of the originals.`,
      ),
    tooLarge.length > 0 &&
      t(
        `名单太大，没有做退回修改件：${tooLarge.join("、")}。请按 问题清单.xlsx 告知报送单位。`,
        `too large for a marked copy: ${tooLarge.join(", ")}; tell the senders by 问题清单.xlsx.`,
      ),
    open &&
      t(
        `全部问题见 ${options.output}/问题清单.xlsx；可以由本单位认定的，计算后在 待核实.xlsx 里填写结论。`,
        `every problem: ${options.output}/问题清单.xlsx. What the office may decide itself is filled in in 待核实.xlsx after compute.`,
      ),
    open &&
      t(
        `修改后复查：relief check ${lists}${given}${output} --since ${quoted(options.output)}`,
        `check again, and see what was solved: relief check ${lists}${given}${output} --since ${quoted(options.output)}`,
      ),
    t(`计算：relief compute ${lists}${given} -o out`, `to compute: relief compute ${lists}${given} -o out`),
  ].filter((step) => step !== false);
  return steps.map((step, at) => `  ${at + 1}. ${step}`);
}

/** A path as it can be typed. */
function quoted(path: string): string {
  return /[\s&|;<>()$`'"*?]/.test(path) ? `"${path}"` : path;
}
