/** The processes below a process, and the memory they hold: from /proc on Linux, from `ps` elsewhere. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

interface Entry {
  readonly pid: number;
  readonly parent: number;
  readonly bytes: number;
}

const pageSize = 4096;

const linuxEntry = (pid: string): Entry[] => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return state === "Z" ? [] : [{ pid: Number(pid), parent: Number(parent), bytes: pages * pageSize }];
  } catch {
    return []; // it ended while we looked
  }
};

const psEntry = (line: string): Entry => {
  const [pid, parent, kilobytes] = line.trim().split(/\s+/).map(Number);
  return { pid: pid!, parent: parent!, bytes: kilobytes! * 1024 };
};

const entries = (): Entry[] =>
  process.platform === "linux"
    ? readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap(linuxEntry)
    : execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n").map(psEntry);

const below = (all: readonly Entry[], pid: number): Entry[] =>
  all.filter((entry) => entry.parent === pid).flatMap((entry) => [entry, ...below(all, entry.pid)]);

/** Process ids of the living children, grandchildren, … of a process. */
export const descendants = (pid: number): number[] => below(entries(), pid).map((entry) => entry.pid);

/** Whether a process lives (one that ended and awaits its parent's notice does not). */
export const lives = (pid: number): boolean => entries().some((entry) => entry.pid === pid);

/** Resident memory of a process and everything below it, in bytes. */
export const residentBytes = (pid: number): number => {
  const all = entries();
  return all
    .filter((entry) => entry.pid === pid || below(all, pid).includes(entry))
    .reduce((sum, { bytes }) => sum + bytes, 0);
};
