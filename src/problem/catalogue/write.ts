/** W: problems of writing. Each leaves the earlier output whole. */
import { kind } from "../kind.ts";

export const writeKinds = {
  W101: kind<{ path: string; what: string; whatEn: string }>(
    "error",
    "不能写到这里",
    (p) => [`${p.path} ${p.what}，没有动它`, `${p.path} ${p.whatEn}; it was left alone`],
    () => ["用 -o 换一个新的文件夹名，或把原来的改名", "name another folder with -o, or rename what is there"],
  ),
  W102: kind<{ path: string; beside: string; why: string; whyEn: string; todo: string; todoEn: string }>(
    "error",
    "写不进去",
    (p) => [
      `写不进 ${p.path}：${p.why}；以前的结果${p.beside === "" ? "没有改动" : `完整地留在 ${p.beside}，下一次运行会接着放好`}`,
      `cannot write ${p.path}: ${p.whyEn}; the earlier output ${p.beside === "" ? "is unchanged" : `is whole in ${p.beside}, the next run puts it right`}`,
    ],
    (p) => [p.todo, p.todoEn],
  ),
  W103: kind<{ path: string; files: string }>(
    "warning",
    "上次的结果改动过",
    (p) => [
      `上次的结果里有改动过或另外放进去的文件（${p.files}），上次的结果整个留在 ${p.path}`,
      `files of the earlier output were changed or added (${p.files}); it was kept whole as ${p.path}`,
    ],
    () => [
      "需要的填写内容（如待核实.xlsx）另存为活动文件夹里的核实结论.xlsx，再重新计算；不需要的可以删去这个文件夹",
      "save what was filled in (待核实.xlsx) as 核实结论.xlsx in the campaign's folder and compute again; else delete the folder",
    ],
  ),
} as const;
