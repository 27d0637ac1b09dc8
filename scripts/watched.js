// Runs jobs one after the other in a child process that is killed when one takes too long: a hang, a crash and a peak of
// memory are seen from outside, where they cannot take the watcher with them.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * What came of a job: its result, or why there is none. `megabytes` is the greatest memory of the process so far.
 * @template Result
 * @typedef {{ result: Result, milliseconds: number, megabytes: number } | { died: string }} Outcome
 */

/**
 * Jobs done by the function `work` of a module, each with what came of it, in their order.
 * @template Job, Result
 * @param {URL} module
 * @param {Iterable<Job>} jobs
 * @param {{ seconds: number, heapMegabytes: number, restartAt?: number }} limits a child that has used `restartAt`
 *   megabytes is replaced by a fresh one before the next job
 * @returns {AsyncGenerator<[Job, Outcome<Result>]>}
 */
export async function* watched(module, jobs, { seconds, heapMegabytes, restartAt = Number.POSITIVE_INFINITY }) {
  let child = start(module, heapMegabytes);
  try {
    for (const job of jobs) {
      const outcome = await done(child, job, seconds);
      yield [job, outcome];
      if ("result" in outcome && outcome.megabytes < restartAt) continue;
      child.kill("SIGKILL");
      child = start(module, heapMegabytes);
    }
  } finally {
    child.kill("SIGKILL");
  }
}

/**
 * @param {URL} module
 * @param {number} heapMegabytes
 */
function start(module, heapMegabytes) {
  return fork(fileURLToPath(import.meta.url), [module.href], {
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  });
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {unknown} job
 * @param {number} seconds
 * @returns {Promise<Outcome<any>>}
 */
function done(child, job, seconds) {
  return new Promise((resolve) => {
    let said = "";
    const hear = (/** @type {Buffer} */ bytes) => {
      said = (said + bytes.toString()).slice(-2000);
    };
    const end = (/** @type {Outcome<any>} */ outcome) => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.stderr?.off("data", hear);
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ died: `took longer than ${seconds} s` }), seconds * 1000);
    child.stderr?.on("data", hear);
    child.once("message", (/** @type {Outcome<any>} */ outcome) => end(outcome));
    child.once("exit", (code, signal) =>
      end({ died: `${signal ?? `exit ${code}`} ${said.trim().split("\n").at(-1)}` }),
    );
    child.send(/** @type {import("node:child_process").Serializable} */ (job));
  });
}

// In the child: a message is a job, its answer the outcome. What `work` throws has no result either.
if (process.send !== undefined && process.argv[1] === fileURLToPath(import.meta.url)) {
  const { work } = await import(/** @type {string} */ (process.argv[2]));
  process.on("message", async (job) => {
    const from = performance.now();
    let outcome;
    try {
      const result = await work(job);
      outcome = { result, milliseconds: performance.now() - from, megabytes: process.resourceUsage().maxRSS / 1024 };
    } catch (error) {
      outcome = { died: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
    process.send?.(outcome);
  });
}
