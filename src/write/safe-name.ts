/** Names from data (funds, payers, streets, banks) as parts of a path: no folder is left, no device is opened. */
import { PLACE_UNKNOWN } from "../model/where.ts";

/** Characters in one part: with four parts a path stays below the 150 characters that Windows users have. */
const LONGEST = 40;

/** Windows opens a device for these, whatever ending follows. */
const DEVICES = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * One part of a path: "市、区财政(原渠道)" stays as it is, "../x" becomes "_x", "CON" becomes "_CON", "" becomes 未注明.
 * Two names may become one: who makes paths keeps them apart.
 */
export function safeName(text: string): string {
  const plain = text
    .normalize("NFC")
    // Separators and what Windows forbids; control, invisible and direction characters would hide what a name is.
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffd]/gu, "_")
    .replace(/^[.\s]+/u, "");
  const short = [...plain]
    .slice(0, LONGEST)
    .join("")
    .replace(/[.\s]+$/u, "");
  if (short === "") return PLACE_UNKNOWN;
  return DEVICES.test(short) ? `_${short}` : short;
}

/** Keeps paths apart that only differ in what `safeName` or a file system that ignores case took away. */
export class Paths {
  readonly #taken = new Set<string>();

  /** `folders/stem.ending`, with -2, -3, … behind the stem where it is taken. */
  take(folders: readonly string[], stem: string, ending: string): string {
    const base = [...folders.map(safeName), safeName(stem)].join("/");
    for (let n = 1; ; n++) {
      const path = `${base}${n === 1 ? "" : `-${n}`}${ending}`;
      const key = path.toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return path;
    }
  }
}
