/** Bytes that come piece by piece, asked for by whoever needs them: no events, nothing waits. */

/** Bytes in their order. */
export interface ByteStream {
  /** Puts the next bytes into `into` at `at`, at most `room` of them, fewer only before the end; 0 means the end. */
  read(into: Buffer, at: number, room: number): number;
  /** Lets go of what it holds, before or after its end. */
  close(): void;
}

/** The stream of bytes in memory. */
export function streamOf(bytes: Buffer): ByteStream {
  let done = 0;
  return {
    read(into, at, room) {
      const count = bytes.copy(into, at, done, Math.min(done + room, bytes.length));
      done += count;
      return count;
    },
    close() {},
  };
}

const PIECE_BYTES = 1024 * 1024;

/** What is left of a stream, in one; null where that is more than `most`. */
export function rest(stream: ByteStream, most: number): Buffer | null {
  const pieces: Buffer[] = [];
  let total = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(PIECE_BYTES);
    const count = stream.read(piece, 0, piece.length);
    if (count === 0) return Buffer.concat(pieces, total);
    total += count;
    if (total > most) return null;
    pieces.push(piece.subarray(0, count));
  }
}
