/** Disks that fail, or die with the program, at a chosen step; and one that counts the steps. */
import { basename, join } from "node:path";
import { DISK, type Disk } from "../../src/write/disk.ts";

/** The steps that change something. */
const STEPS = ["makeFolders", "makeFolder", "write", "flush", "rename", "remove"] as const;
type Step = (typeof STEPS)[number];

/** What happens in place of a step; its number counts from 1. */
type Instead = (
  step: { readonly n: number; readonly name: Step; readonly paths: readonly string[] },
  go: () => Promise<void>,
  args: readonly unknown[],
) => Promise<void>;

function disk(instead: Instead): Disk {
  let n = 0;
  const steps = Object.fromEntries(
    STEPS.map((name) => [
      name,
      async (...args: readonly unknown[]) => {
        n++;
        const go = DISK[name] as (...all: readonly unknown[]) => Promise<void>;
        const paths = args.flatMap((arg) => (typeof arg === "string" ? basename(arg) : []));
        await instead({ n, name, paths }, () => go(...args), args);
      },
    ]),
  ) as unknown as Pick<Disk, Step>;
  return { ...DISK, ...steps };
}

/** Writes down each step: "rename out out.上次". */
export function counting(steps: string[]): Disk {
  return disk(async ({ name, paths }, go) => {
    steps.push([name, ...paths].join(" "));
    await go();
  });
}

/** What a program that was killed would have thrown. */
export class Died extends Error {}

/** The program is killed in the middle of step `at`: of a file half is written, of a folder one file is removed. */
export function dyingAt(at: number): Disk {
  let dead = false;
  const alive = disk(async ({ n, name }, go, args) => {
    if (dead) throw new Died();
    if (n < at) return await go();
    dead = true;
    if (name === "write") await DISK.write(args[0] as string, half(args[1] as Iterable<Uint8Array>));
    if (name === "remove") await removeOneFile(args[0] as string);
    throw new Died();
  });
  return alive;
}

/** The first half of what a file should hold. */
function half(pieces: Iterable<Uint8Array>): readonly Uint8Array[] {
  const whole = Buffer.concat([...pieces]);
  return [whole.subarray(0, whole.length / 2)];
}

async function removeOneFile(path: string): Promise<void> {
  if ((await DISK.kindOf(path)) !== "folder") return;
  const [first] = await DISK.filesBelow(path);
  if (first !== undefined) await DISK.remove(join(path, first));
}

/** Step `at` fails with an error of the system; those after it go well, or fail too where the disk stays as it is. */
export function failingAt(at: number, code: string, stays: boolean): Disk {
  return disk(async ({ n, name }, go) => {
    // A full disk writes nothing more, but removes and renames.
    const hit = n === at || (stays && n > at && (code !== "ENOSPC" || name === "write" || name.startsWith("make")));
    if (hit) throw Object.assign(new Error(`${code}: injected`), { code });
    await go();
  });
}
