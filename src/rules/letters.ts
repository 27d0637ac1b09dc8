/** A text without what does not count when two are compared: width, spaces, line ends, the document's marks (`**`). */

/** The letters that count, and where each of them stood. */
export interface Letters {
  readonly text: string;
  readonly from: readonly number[];
}

/** Takes the letters of a text. */
export function lettersOf(text: string): Letters {
  const from: number[] = [];
  let kept = "";
  let at = 0;
  for (const letter of text) {
    for (const unit of letter.normalize("NFKC").replace(/[\s*\u200b\ufeff]/g, "")) {
      kept += unit;
      for (let i = 0; i < unit.length; i++) from.push(at);
    }
    at += letter.length;
  }
  return { text: kept, from };
}
