/** The totals of a run as bytes, for its hash and its checkpoint, and back. */

import { createHash } from "node:crypto";
import { FIELDS, readLattice, writeLattice } from "../../estimate/lattice-bytes.js";
import type { Tally } from "./tally.js";
import type { Totals } from "./totals.js";

const numbers = ["samples", "sum", "squares", "forth", "back", "timeFirst", "timeSecond"] as const;

const tallySize = numbers.length + FIELDS;

/** Calls `tally` and `list` for every part of the totals, in a fixed order. */
const walk = (
  { tallies, course, values }: Totals,
  tally: (one: Tally) => void,
  list: (one: Float64Array) => void,
): void => {
  for (const one of tallies.flat(2)) tally(one);
  for (const { sum, squares } of course) [sum, squares].forEach(list);
  values.forEach(list);
};

/** How many numbers hold the totals. */
export const ledgerSize = (totals: Totals): number => {
  let size = 2;
  walk(
    totals,
    () => {
      size += tallySize;
    },
    (list) => {
      size += list.length;
    },
  );
  return size;
};

/** The totals as numbers, one after the other. */
export const ledgerOf = (totals: Totals): Float64Array => {
  const out = new Float64Array(ledgerSize(totals));
  out.set([totals.harvests, totals.trajectories]);
  let at = 2;
  walk(
    totals,
    (tally) => {
      for (const name of numbers) out[at++] = tally[name];
      writeLattice(tally.histogram, out.subarray(at, at + FIELDS));
      at += FIELDS;
    },
    (list) => {
      out.set(list, at);
      at += list.length;
    },
  );
  return out;
};

/** Fills empty totals with what a ledger of the right size holds. */
export const restore = (totals: Totals, ledger: Float64Array): void => {
  [totals.harvests, totals.trajectories] = ledger;
  let at = 2;
  walk(
    totals,
    (tally) => {
      for (const name of numbers) tally[name] = ledger[at++];
      readLattice(tally.histogram, ledger.subarray(at, at + FIELDS));
      at += FIELDS;
    },
    (list) => {
      list.set(ledger.subarray(at, at + list.length));
      at += list.length;
    },
  );
};

/** SHA-256 of all the bits of the totals, as 64 hexadecimal digits. */
export const hashOf = (totals: Totals): string => {
  const ledger = ledgerOf(totals);
  return createHash("sha256").update(new Uint8Array(ledger.buffer)).digest("hex");
};
