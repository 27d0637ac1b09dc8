/** Progress on standard error, only where that is a terminal: one line that is written over. */
import type { InputFile } from "../model/list.ts";
import { type Io, type Language, say } from "./io.ts";

/** Shows which file is read and how many rows came in. */
export class Progress {
  readonly #io: Io;
  readonly #shows: boolean;
  readonly #language: Language;
  readonly #files: number;
  #rows = 0;
  #read = 0;

  constructor(io: Io, quiet: boolean, language: Language, files: number) {
    this.#io = io;
    this.#shows = io.isTty && !quiet;
    this.#language = language;
    this.#files = files;
  }

  /** Hands files on, and says which one it is at. */
  *watch(files: Iterable<InputFile>): Generator<InputFile, void, void> {
    for (const file of files) {
      this.#read++;
      for (const list of file.lists) this.#rows += list.rows.length;
      this.#show();
      yield file;
    }
  }

  /** Clears the line. */
  end(): void {
    if (this.#shows) this.#io.err("\r\u001b[K");
  }

  #show(): void {
    if (!this.#shows) return;
    const text = say(
      this.#language,
      `读取名单 ${this.#read}/${this.#files} 个文件，${this.#rows} 行`,
      `reading lists ${this.#read}/${this.#files}, ${this.#rows} rows`,
    );
    this.#io.err(`\r\u001b[K${text}`);
  }
}
