/**
 * Bytes to look at, in memory or still on disk: finding looks at a file's head and tail without reading the rest,
 * reading has it whole. Every failure of the disk becomes a value here.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** Bytes that can be asked for by their place. */
export interface Source {
  readonly size: number;
  /** The bytes from `offset` on, fewer where the source ends. */
  readonly at: (offset: number, length: number) => Buffer;
}

/** The source over bytes in memory: no copies. */
export function sourceOf(bytes: Buffer): Source {
  return {
    size: bytes.length,
    at: (offset, length) => (offset < 0 || length <= 0 ? NOTHING : bytes.subarray(offset, offset + length)),
  };
}

/** Why the disk did not give something. */
export interface DiskFailure {
  /** It is not there (any more). */
  readonly missing: boolean;
  readonly why: string;
  readonly whyEn: string;
}

/** Tells a failure from what the disk gave. */
export function isFailure(value: unknown): value is DiskFailure {
  return typeof value === "object" && value !== null && "missing" in value;
}

/** What the disk gives, or why it does not; an exception that is not the disk's goes on. */
export function onDisk<T>(ask: () => T): T | DiskFailure {
  try {
    return ask();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return diskFailure(error);
  }
}

const NOTHING = Buffer.alloc(0);

/** Opens a file, lets `look` see it, and closes it again. */
export function withSource<T>(path: string, look: (source: Source) => T): { readonly value: T } | DiskFailure {
  return onDisk(() => {
    const handle = openSync(path, "r");
    try {
      const size = fstatSync(handle).size;
      return { value: look({ size, at: (offset, length) => readAt(handle, size, offset, length) }) };
    } finally {
      closeSync(handle);
    }
  });
}

function readAt(handle: number, size: number, offset: number, length: number): Buffer {
  const wanted = Math.min(length, size - offset);
  if (offset < 0 || wanted <= 0) return NOTHING;
  const bytes = Buffer.allocUnsafe(wanted);
  let filled = 0;
  while (filled < wanted) {
    const count = readSync(handle, bytes, filled, wanted - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return filled === wanted ? bytes : bytes.subarray(0, filled);
}

/** Node's word about the disk names the call that failed; no error of ours does. */
function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

const FAILURES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ENOENT: ["文件不见了", "it is gone"],
  ENOTDIR: ["文件不见了", "it is gone"],
  EACCES: ["没有读取权限", "no permission to read it"],
  EPERM: ["没有读取权限", "no permission to read it"],
  EBUSY: ["正被别的程序占用（可能正在 Excel 或 WPS 中打开）", "another program holds it (open in Excel or WPS?)"],
  EISDIR: ["它是文件夹", "it is a folder"],
  ELOOP: ["快捷链接绕成了圈", "its symbolic links go round in a circle"],
  EMFILE: ["同时打开的文件太多", "too many files are open"],
  ENAMETOOLONG: ["路径太长", "its path is too long"],
  EIO: ["磁盘读取出错", "the disk reports an error"],
};

function diskFailure(error: NodeJS.ErrnoException): DiskFailure {
  const code = error.code ?? "";
  const [why, whyEn] = FAILURES[code] ?? [`系统报错 ${code}`, `the system says ${code}`];
  return { missing: code === "ENOENT" || code === "ENOTDIR", why, whyEn };
}
