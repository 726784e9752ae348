import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

/** The process that holds the lock; 0 when it is just being written or was just given back. */
const holderOf = (path: string): number => {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return 0;
  }
};

/** A lock that names no process is being written; after this time (ms) its writer has died over it. */
const grace = 5000;

const isAbandoned = (path: string): boolean => {
  const holder = holderOf(path);
  if (holder > 0) return !isAlive(holder);
  const since = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since > grace;
};

/** Takes the lock, unless a process that lives has it; the lock of a dead one is removed. */
const take = (path: string): boolean => {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  return false;
};

/** Does a job while no other process does one under the same lock file. */
export const alone = async <T>(path: string, job: () => Promise<T>): Promise<T> => {
  mkdirSync(dirname(path), { recursive: true });
  while (!take(path)) await sleep(200);
  try {
    return await job();
  } finally {
    rmSync(path, { force: true });
  }
};
