/** The parts of a rules file that hold by themselves, before it is known whether they fit together. */
import type { z } from "zod";
import type { Problem } from "../problem/problem.ts";
import * as schema from "./schema.ts";
import { checkPart } from "./yaml-check.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** One entry of a section, and where it stands. */
export interface Part<T> {
  readonly id: string;
  readonly path: Path;
  readonly value: T;
}

/** All sections. `names` holds the keys of a section, broken entries included: to refer to one is no second slip. */
export interface Draft {
  readonly head: z.output<typeof schema.fileSchema> | null;
  readonly names: Readonly<Record<"fields" | "funds" | "agencies" | "categories" | "programmes", readonly string[]>>;
  readonly fields: readonly Part<readonly string[]>[];
  readonly funds: readonly Part<string>[];
  readonly agencies: readonly Part<z.output<typeof schema.agencySchema>>[];
  readonly categories: readonly Part<z.output<typeof schema.categorySchema>>[];
  readonly programmes: readonly Part<z.output<typeof schema.programmeSchema>>[];
  readonly overlaps: readonly Part<z.output<typeof schema.overlapSchema>>[];
  readonly ask: readonly Part<z.output<typeof schema.askSchema>>[];
  readonly readings: readonly Part<z.output<typeof schema.readingSchema>>[];
  readonly notComputed: readonly Part<z.output<typeof schema.notComputedSchema>>[];
}

/** Reads each part; what does not hold is noted and left out. */
export function draftOf(yaml: YamlText, problems: Problem[]): Draft {
  const top = isObject(yaml.data) ? yaml.data : {};
  const section = (key: string): readonly (readonly [string | number, unknown])[] => {
    const value = top[key];
    return Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  };
  const parts = <T>(key: string, each: z.ZodType<T>): readonly Part<T>[] =>
    section(key).flatMap(([id, written]) => {
      const path = [key, id];
      const value = checkPart(each, written, path, yaml, problems);
      return value === null ? [] : [{ id: String(id), path, value }];
    });
  const names = (key: string) => section(key).map(([id]) => String(id));
  for (const id of names("programmes")) checkPart(schema.programmeId, id, ["programmes", id], yaml, problems);
  return {
    head: checkPart(schema.fileSchema, yaml.data, [], yaml, problems),
    names: {
      fields: names("fields"),
      funds: names("funds"),
      agencies: names("agencies"),
      categories: names("categories"),
      programmes: names("programmes"),
    },
    fields: parts("fields", schema.fieldSchema),
    funds: parts("funds", schema.fundSchema),
    agencies: parts("agencies", schema.agencySchema),
    categories: parts("categories", schema.categorySchema),
    programmes: parts("programmes", schema.programmeSchema),
    overlaps: parts("overlaps", schema.overlapSchema),
    ask: parts("ask", schema.askSchema),
    readings: parts("readings", schema.readingSchema),
    notComputed: parts("not-computed", schema.notComputedSchema),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
