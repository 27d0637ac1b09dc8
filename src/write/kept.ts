/** W103: an earlier output in which somebody had worked was not thrown away. */
import { basename } from "node:path";
import { fileOnly } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";
import type { Kept } from "./swap.ts";

/** Where it is, and the files for whose sake. */
export function tellKept({ folder, files }: Kept): Problem {
  const path = basename(folder);
  const some = files.slice(0, 5).join("、") + (files.length > 5 ? ` 等 ${files.length} 个` : "");
  return problem("W103", fileOnly(path), { path, files: some });
}
