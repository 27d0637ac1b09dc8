/** Why an output could not be written, as W102 tells it. */
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import { codeOf } from "./disk.ts";

/** What happened, and what to do. */
type Why = readonly [why: string, whyEn: string, todo: string, todoEn: string];

/** Why an output cannot be written where it is no error of the system: thrown while it is made. */
export class Unwritable extends Error {
  readonly why: Why;

  constructor(...why: Why) {
    super(why[1]);
    this.why = why;
  }
}

/** A part of the path is a file; the system itself would only say that something exists. */
export function fileInTheWay(): Unwritable {
  return new Unwritable(...FILE_IN_THE_WAY);
}

const FILE_IN_THE_WAY: Why = [
  "路径里有一段是文件",
  "a part of the path is a file",
  "换一个文件夹（-o）",
  "name another folder (-o)",
];

/** System's errors → what happened and what to do. */
const WHY: Readonly<Record<string, Why>> = {
  ENOSPC: ["磁盘满了", "the disk is full", "腾出空间后重新运行", "make room and run again"],
  EDQUOT: ["磁盘配额用完了", "the disk quota is used up", "腾出空间后重新运行", "make room and run again"],
  EACCES: [
    "没有权限",
    "permission is missing",
    "换一个有权限的文件夹（-o）",
    "name a folder that you may write to (-o)",
  ],
  EROFS: [
    "磁盘是只读的",
    "the disk is read-only",
    "换一个能写的文件夹（-o）",
    "name a folder that can be written to (-o)",
  ],
  EBUSY: [
    "里面有文件正在 Excel 或 WPS 里打开着",
    "a file in it is open in Excel or WPS",
    "关闭打开的文件后重新运行",
    "close it and run again",
  ],
  ENAMETOOLONG: [
    "路径太长",
    "the path is too long",
    "换一个短一些的文件夹（-o）",
    "name a folder with a shorter path (-o)",
  ],
  EIO: ["磁盘读写出错", "the disk fails", "换一个磁盘（-o）", "name a folder on another disk (-o)"],
  EEXIST: [
    "另一次计算正在写同一个文件夹",
    "another run is writing to the same folder",
    "等它结束后重新运行",
    "wait for it and run again",
  ],
  ENOTDIR: FILE_IN_THE_WAY,
};

/** Other names that the system has for them. */
const SAME: Readonly<Record<string, string>> = {
  // Windows answers EPERM where a file of the folder is open elsewhere; on other systems it is a matter of permission.
  EPERM: process.platform === "win32" ? "EBUSY" : "EACCES",
  ENOTEMPTY: "EBUSY",
  ETXTBSY: "EBUSY",
  // What this run has written is gone: another one took it for the rest of a run that died.
  ENOENT: "EEXIST",
};

/** The problem of an error met while writing; null for what is relief's own fault. `beside`: where the earlier output is. */
export function cannotWrite(error: unknown, shown: string, beside: string): Problem | null {
  const found = error instanceof Unwritable ? error.why : WHY[SAME[codeOf(error)] ?? codeOf(error)];
  if (found === undefined) return null;
  const [why, whyEn, todo, todoEn] = found;
  return problem("W102", fileOnly(shown), { path: shown, beside, why, whyEn, todo, todoEn });
}
