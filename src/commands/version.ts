/** relief's own version; apart from the rest, so that asking for it loads nothing. */
import { readFileSync } from "node:fs";

/** The version that package.json states. */
export function reliefVersion(): string {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { version?: string }).version ?? "");
}
