/** Text files of relief's own that people edit (relief.yaml): Notepad saves them in whatever encoding it likes. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { asUtf8 } from "./encoding.ts";
import { type DiskFailure, isFailure, onDisk } from "./source.ts";
import { Unreadable } from "./unreadable.ts";

/** A text as it was read. */
export interface TextFile {
  readonly text: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Reads a text in UTF-8, UTF-16 or GB18030, without byte order mark; else why it cannot be read. */
export function readTextFile(path: string): TextFile | DiskFailure {
  const bytes = onDisk(() => readFileSync(path));
  if (isFailure(bytes)) return bytes;
  try {
    const text = asUtf8(bytes).toString("utf8");
    return { text, sha256: createHash("sha256").update(bytes).digest("hex"), bytes: bytes.length };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return {
      missing: false,
      why: "文字编码既不是 UTF-8 也不是 GB18030",
      whyEn: "its text is neither UTF-8 nor GB18030",
    };
  }
}
