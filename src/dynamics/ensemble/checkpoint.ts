import { createHash } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { PhysicsError } from "../../errors.js";
import { ledgerOf, ledgerSize, restore } from "./ledger.js";
import type { Totals } from "./totals.js";

/** A file in which a run keeps what it has done: the name of the format, the digest of the run, that of the ledger, and the ledger. */
export interface Checkpoint {
  /** Writes the totals, in one piece: whoever reads the file finds the old or the new ones. */
  save(totals: Totals): void;
  /** Fills empty totals with those of the file, if there is one. @throws PhysicsError "checkpoint" for a file that is not of this run, or damaged, or without a folder */
  load(totals: Totals): void;
}

const NAME = Buffer.from("liouville run 1\n");
const DIGEST = 32;

const sha = (bytes: Uint8Array): Buffer => createHash("sha256").update(bytes).digest();

const refuse = (path: string, what: string): never => {
  throw new PhysicsError("checkpoint", {
    what: `The checkpoint ${path} ${what}`,
    expected: "a file that this very run has left: same integrator, observables, seed, steps and trajectories",
    remedy: "Name another file, or delete this one to begin anew",
  });
};

/** Refuses a path that nothing could be written to, before there is anything to write. */
const needFolder = (path: string): void => {
  const folder = dirname(path);
  if (existsSync(folder)) return;
  throw new PhysicsError("checkpoint", {
    what: `The checkpoint ${path} would lie in a folder that does not exist`,
    expected: "a file in a folder that does",
    remedy: `Make ${folder}, or name another file`,
  });
};

const sizeOf = (path: string): number | undefined => {
  try {
    const found = statSync(path);
    return found.isFile() ? found.size : refuse(path, "is not a file");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
};

/** Numbers that no run could have left: other counts of harvests, or bins off the lattice. */
const plausible = (ledger: Float64Array, trajectories: number): boolean =>
  ledger.every(Number.isFinite) &&
  Number.isInteger(ledger[0]) &&
  Number.isInteger(ledger[1]) &&
  ledger[0] >= 0 &&
  ledger[1] >= 0 &&
  ledger[1] <= trajectories;

/** The checkpoint of the run that `plan` describes, in the file at `path`. */
export const checkpoint = (path: string, plan: string): Checkpoint => {
  const head = Buffer.concat([NAME, sha(Buffer.from(plan))]);
  return {
    save: (totals) => {
      const ledger = new Uint8Array(ledgerOf(totals).buffer);
      const beside = `${path}.${process.pid}.part`;
      const file = openSync(beside, "w");
      try {
        for (const part of [head, sha(ledger), ledger]) writeSync(file, part);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(beside, path);
    },
    load: (totals) => {
      const size = sizeOf(path);
      if (size === undefined) return needFolder(path);
      const start = head.length + DIGEST;
      if (size !== start + 8 * ledgerSize(totals)) refuse(path, "does not have the size of one of this run");
      const bytes = readFileSync(path);
      if (!bytes.subarray(0, head.length).equals(head)) refuse(path, "belongs to another run");
      const body = Uint8Array.from(bytes.subarray(start));
      if (!sha(body).equals(bytes.subarray(head.length, start))) refuse(path, "is damaged");
      const ledger = new Float64Array(body.buffer);
      if (!plausible(ledger, totals.values[0]?.length ?? 0)) refuse(path, "holds numbers that no run leaves");
      restore(totals, ledger);
    },
  };
};
