/**
 * Full-width signs where YAML wants its own: a Chinese keyboard makes them, nobody sees them, and what YAML makes of
 * them (a text without a key, one long name instead of two) is told far from where they stand.
 */
import type { Place } from "../model/place.ts";
import { type Problem, problem } from "../problem/problem.ts";

/** A sign, and what should stand there. */
const SIGNS: Readonly<Record<string, string>> = {
  "：": ": ",
  "，": ", ",
  "［": "[",
  "］": "]",
  "｛": "{",
  "｝": "}",
  "－": "- ",
  "＃": "#",
  "\u3000": " ",
};

/** Where such signs stand on a line outside of texts: at its beginning, behind a key, where a value or list begins. */
const SUSPECTS: readonly RegExp[] = [
  // indentation, or the dash of a list
  /^[ ]*([\u3000]|－(?=[ \u3000]?\S))/,
  // a key with a full-width colon: no other colon before it, and no bracket or quote in the key
  /^[ ]*(?:- )?[\p{L}\p{N}_-]+(：)/u,
  // a value that begins with a full-width bracket
  /^[ ]*(?:- )?[\p{L}\p{N}_-]+:[ ]+([［｛])/u,
  // a remark
  /[ ](＃)/,
];

/** The signs of a text, each at its place, in the order of the file. */
export function fullWidthSigns(text: string, file: string): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    for (const at of suspectsIn(line)) {
      const sign = line.charAt(at);
      const place: Place = { file, sheet: "", row: i + 1, column: String(at + 1) };
      problems.push(problem("U015", place, { sign, should: SIGNS[sign] ?? "" }, { content: line.trim() }));
    }
  }
  return problems;
}

function suspectsIn(line: string): readonly number[] {
  if (/^\s*#/.test(line)) return [];
  const found = SUSPECTS.flatMap((suspect) => {
    const match = suspect.exec(line);
    const sign = match?.[1];
    return match === null || sign === undefined ? [] : [match.index + match[0].lastIndexOf(sign)];
  });
  return [...new Set([...found, ...separatorsIn(line)])].sort((a, b) => a - b);
}

/**
 * Full-width commas and brackets within a list in brackets: `[甲，乙]`. A text in quotes may hold them, and so may a
 * text behind a key within { }.
 */
function separatorsIn(line: string): readonly number[] {
  const found: number[] = [];
  const open: string[] = [];
  let quote = "";
  for (let i = 0; i < line.length; i++) {
    const letter = line.charAt(i);
    if (quote !== "") {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "#" && line.charAt(i - 1) === " ") break;
    else if (letter === "[" || letter === "{") open.push(letter);
    else if (letter === "]" || letter === "}") open.pop();
    else if (open.at(-1) === "[" && "，］".includes(letter)) found.push(i);
    else if (open.at(-1) === "{" && letter === "：" && isKeyBefore(line, i)) found.push(i);
    else if (open.at(-1) === "{" && letter === "｝") found.push(i);
  }
  return found;
}

/** `{ any：…` or `, any：…`: the word before the sign begins where a key begins. */
function isKeyBefore(line: string, at: number): boolean {
  return /[{,] *[a-z][a-z-]*$/.test(line.slice(0, at));
}
