import { type Lattice, SIZE } from "./lattice-histogram.js";

/** Numbers that hold a lattice: exponent, origin, total, and the counts. */
export const FIELDS = 3 + SIZE;

/** Writes a lattice as numbers. */
export const writeLattice = ({ exponent, origin, total, counts }: Lattice, out: Float64Array): void => {
  out.set([exponent, origin, total]);
  out.set(counts, 3);
};

/** Sets a lattice to what `writeLattice` wrote. */
export const readLattice = (lattice: Lattice, from: Float64Array): void => {
  [lattice.exponent, lattice.origin, lattice.total] = from;
  lattice.scale = 2 ** -lattice.exponent;
  lattice.counts.set(from.subarray(3));
};
