/** The parts of a rules file that hold by themselves, before it is known whether they fit together. */
import type { z } from "zod";
import type { Problem } from "../problem/problem.ts";
import * as fieldSchema from "./field-schema.ts";
import { overlapSchema } from "./overlap-schema.ts";
import * as schema from "./schema.ts";
import { checkPart } from "./yaml-check.ts";
import type { Path, YamlText } from "./yaml-text.ts";

/** One entry of a section, and where it stands. */
export interface Part<T> {
  readonly id: string;
  readonly path: Path;
  readonly value: T;
}

/** Sections whose keys are names that others refer to. */
export const NAMED_SECTIONS = ["fields", "days", "standards", "funds", "agencies", "categories", "programmes"] as const;
export type NamedSection = (typeof NAMED_SECTIONS)[number];

/** All sections. `names` holds the keys of a section, broken entries included: to refer to one is no second slip. */
export interface Draft {
  readonly head: z.output<typeof schema.fileSchema> | null;
  readonly names: Readonly<Record<NamedSection, readonly string[]>>;
  readonly fields: readonly Part<z.output<typeof fieldSchema.fieldSchema>>[];
  readonly days: readonly Part<string>[];
  readonly standards: readonly Part<z.output<typeof fieldSchema.standardSchema>>[];
  readonly funds: readonly Part<string>[];
  readonly agencies: readonly Part<z.output<typeof schema.agencySchema>>[];
  readonly categories: readonly Part<z.output<typeof schema.categorySchema>>[];
  readonly programmes: readonly Part<z.output<typeof schema.programmeSchema>>[];
  readonly overlaps: readonly Part<z.output<typeof overlapSchema>>[];
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
    names: Object.fromEntries(NAMED_SECTIONS.map((key) => [key, names(key)])) as unknown as Draft["names"],
    fields: parts("fields", fieldSchema.fieldSchema),
    days: parts("days", fieldSchema.daySchema),
    standards: parts("standards", fieldSchema.standardSchema),
    funds: parts("funds", schema.fundSchema),
    agencies: parts("agencies", schema.agencySchema),
    categories: parts("categories", schema.categorySchema),
    programmes: parts("programmes", schema.programmeSchema),
    overlaps: parts("overlaps", overlapSchema),
    ask: parts("ask", schema.askSchema),
    readings: parts("readings", schema.readingSchema),
    notComputed: parts("not-computed", schema.notComputedSchema),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
