/**
 * What relief.yaml may say. Its keys are Chinese, unlike those of the rules: whoever fills it in is the clerk, and the
 * words are those of the outputs (本单位发放, 合并发放). Whether the names in it are known is asked later (resolve.ts).
 */
import { z } from "zod";
import { date, oneOrMore, text } from "../rules/facts.ts";
import { say } from "../rules/wording.ts";

/** 是 or 否. */
const yesOrNo = z.enum(["是", "否"]).transform((word) => word === "是");

/** `列`: field → the header that holds it. */
const columns = z.record(z.string(), text);

/** One entry of `名单`: whose list a file or sheet is, and which of its columns is what. */
const list = z
  .strictObject({
    文件: text,
    工作表: text.optional(),
    部门: text.optional(),
    类别: text.optional(),
    列: columns.optional(),
  })
  .refine((written) => written.部门 !== undefined || written.类别 !== undefined || written.列 !== undefined, {
    error: () => say("要写部门、类别、列中的一项", "should say 部门, 类别 or 列"),
  });

/** One entry of `比对名单`. */
const checkList = z.strictObject({
  名称: text,
  文件: oneOrMore,
  工作表: text.optional(),
  命中: z.enum(["暂缓", "提醒"]),
  列: columns.optional(),
});

/** One entry of `可否叠加`: the answer to a pair that the rules ask about. */
const answer = z
  .strictObject({
    项目: z.array(text).length(2, {
      error: () => say("要写两个项目，如 [甲, 乙]", "should be two programmes, such as [a, b]"),
    }),
    答复: z.enum(["可叠加", "不重复"]),
    保留: text.optional(),
    日期: date,
    来源: text,
  })
  .refine((written) => (written.答复 === "不重复") === (written.保留 !== undefined), {
    path: ["保留"],
    error: () =>
      say(
        "答复“不重复”时要写保留哪一个项目，“可叠加”时不写",
        "says which programme stays: with 不重复, and only with it",
      ),
  });

/** The whole file. */
export const campaignSchema = z.strictObject({
  区: text.optional(),
  街镇: text.optional(),
  规则: text.optional(),
  结果: text.optional(),
  没有的类别: oneOrMore.optional(),
  名单: z.array(list).optional(),
  比对名单: z.array(checkList).optional(),
  可否叠加: z.array(answer).optional(),
  本单位发放: oneOrMore.optional(),
  合并发放: yesOrNo.optional(),
});

/** relief.yaml as it was written. */
export type Written = z.output<typeof campaignSchema>;
