/**
 * Unpacks deflated bytes step by step into buffers of the caller's: a sheet of 60 MB is never in memory whole, and what
 * was just unpacked is still in the processor's cache when it is read, which halves the time of both.
 *
 * zlib's public interface has whole buffers, or streams that need the event loop between any two pieces. The step that
 * both are made of is Node's own `writeSync`, the same since Node 9 and used by others that must inflate within a call
 * (pngjs). Should it ever be gone, all is unpacked at once: slower, and as right.
 */
import { constants, createInflateRaw, inflateRawSync } from "node:zlib";
import { type ByteStream, streamOf } from "./stream.ts";

/** The inside of a zlib stream, as far as it is used here. */
interface Engine {
  readonly _handle: {
    /** Takes input and fills output; `_writeState` then has what is left of both: output first. */
    writeSync?(flush: number, input: Buffer, at: number, left: number, output: Buffer, to: number, room: number): void;
    onerror: (message: string) => void;
  } | null;
  readonly _writeState: Uint32Array;
  close(): void;
}

/** What deflated bytes unpack to. */
export interface Inflated extends ByteStream {
  /** How many of the deflated bytes have been used so far. */
  readonly used: number;
}

/** The stream of what these bytes unpack to, at most so much; where they are damaged it throws what zlib says. */
export function inflated(packed: Buffer, mostBytes: number): Inflated {
  const engine = createInflateRaw() as unknown as Engine;
  if (typeof engine._handle?.writeSync === "function") return new Inflater(engine, packed);
  const all = inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  return { ...streamOf(all), used: packed.length };
}

class Inflater implements Inflated {
  readonly #engine: Engine;
  readonly #packed: Buffer;
  used = 0;
  #failed = "";

  constructor(engine: Engine, packed: Buffer) {
    this.#engine = engine;
    this.#packed = packed;
    const handle = engine._handle;
    // The stream's own handler would tell by an event, which nobody waits for here.
    if (handle !== null)
      handle.onerror = (message) => {
        this.#failed = message;
      };
  }

  read(into: Buffer, at: number, room: number): number {
    const packed = this.#packed;
    const left = packed.length - this.used;
    this.#engine._handle?.writeSync?.(constants.Z_NO_FLUSH, packed, this.used, left, into, at, room);
    if (this.#failed !== "") throw new Error(this.#failed);
    const [roomLeft = room, packedLeft = 0] = this.#engine._writeState;
    this.used = packed.length - packedLeft;
    return room - roomLeft;
  }

  close(): void {
    this.#engine.close();
  }
}
