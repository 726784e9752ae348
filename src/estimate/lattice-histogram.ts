/** A histogram that needs no range: its bins are a power of two wide, start narrow, and join in pairs when a sample falls outside. Two such
 *  histograms add without loss. */

import { PhysicsError } from "../errors.js";

/** Bins of a lattice. */
export const SIZE = 1024;

export interface Lattice {
  /** Bins are 2^exponent wide; bin i holds the samples with floor(x/width) = origin + i. */
  exponent: number;
  origin: number;
  scale: number;
  readonly counts: Float64Array;
  total: number;
}

export const emptyLattice = (): Lattice => ({
  exponent: -24,
  origin: 0,
  scale: 2 ** 24,
  counts: new Float64Array(SIZE),
  total: 0,
});

/** The first and the last bin with samples. */
const occupied = ({ counts, total }: Lattice): readonly [number, number] | undefined => {
  if (total === 0) return undefined;
  let [first, last] = [0, SIZE - 1];
  while (first < last && counts[first] === 0) first++;
  while (last > first && counts[last] === 0) last--;
  return [first, last];
};

/** The counts of a lattice while it is moved. */
const before = new Float64Array(SIZE);

/** Moves a lattice to a new exponent and origin. */
const reshape = (lattice: Lattice, exponent: number, origin: number): void => {
  const { counts } = lattice;
  const [first, last] = occupied(lattice) ?? [0, -1];
  const ratio = 2 ** (exponent - lattice.exponent);
  before.set(counts);
  counts.fill(0);
  for (let i = first; i <= last; i++)
    if (before[i] > 0) counts[Math.floor((lattice.origin + i) / ratio) - origin] += before[i];
  lattice.exponent = exponent;
  lattice.scale = 2 ** -exponent;
  lattice.origin = origin;
};

/** Joins bins until everything from `low` to `high` (in the present bins) fits into half the room, and puts it in the middle. */
const makeRoom = (lattice: Lattice, low: number, high: number): void => {
  let exponent = lattice.exponent;
  let [first, last] = [low, high];
  while (last - first >= SIZE / 2) {
    first = Math.floor(first / 2);
    last = Math.floor(last / 2);
    exponent++;
  }
  reshape(lattice, exponent, first - Math.floor((SIZE - (last - first)) / 2));
};

/** Counts a sample. @throws PhysicsError "non-finite" */
export const count = (lattice: Lattice, x: number, weight = 1): void => {
  const i = Math.floor(x * lattice.scale) - lattice.origin;
  if (i >= 0 && i < SIZE) lattice.counts[i] += weight;
  else {
    if (!Number.isFinite(x))
      throw new PhysicsError("non-finite", {
        what: `A sample of the histogram is ${x}`,
        expected: "finite numbers",
        remedy: "Leave it out, or find out where it comes from",
      });
    const range = occupied(lattice) ?? [i, i];
    makeRoom(lattice, lattice.origin + Math.min(range[0], i), lattice.origin + Math.max(range[1], i));
    lattice.counts[Math.floor(x * lattice.scale) - lattice.origin] += weight;
  }
  lattice.total += weight;
};

/** Counts samples; those within the present bins by the shortest way. @throws PhysicsError "non-finite" */
export const countAll = (lattice: Lattice, samples: Float64Array): void => {
  const { counts } = lattice;
  let { scale, origin } = lattice;
  let inside = 0;
  for (let k = 0; k < samples.length; k++) {
    const i = Math.floor(samples[k] * scale) - origin;
    if (i >= 0 && i < SIZE) {
      counts[i]++;
      inside++;
      continue;
    }
    lattice.total += inside;
    inside = 0;
    count(lattice, samples[k]);
    ({ scale, origin } = lattice);
  }
  lattice.total += inside;
};

/** Adds the counts of another lattice: bins of both are nested, so that the middle of a narrower bin falls into the right wider one. */
export const absorb = (into: Lattice, from: Lattice): void => {
  const range = occupied(from);
  if (from.exponent > into.exponent) {
    const first = occupied(into)?.[0] ?? 0;
    reshape(into, from.exponent, Math.floor((into.origin + first) / 2 ** (from.exponent - into.exponent)));
  }
  if (!range) return;
  const [first, last] = range;
  const width = 2 ** from.exponent;
  const { counts } = from;
  for (let i = first; i <= last; i++) if (counts[i] > 0) count(into, (from.origin + i + 0.5) * width, counts[i]);
};

/** Counts on bins that all lattices of a list share, about `bins` of them or fewer. */
export const commonBins = (
  lattices: readonly Lattice[],
  bins: number,
): { readonly width: number; readonly first: number; readonly counts: readonly Float64Array[] } => {
  const union = emptyLattice();
  for (const lattice of lattices) absorb(union, lattice);
  const [low, high] = occupied(union) ?? [0, 0];
  let [exponent, first, last] = [union.exponent, union.origin + low, union.origin + high];
  for (; last - first >= bins; exponent++) [first, last] = [Math.floor(first / 2), Math.floor(last / 2)];
  const width = 2 ** exponent;
  const counts = lattices.map(({ counts, origin, exponent }) => {
    const shared = new Float64Array(last - first + 1);
    for (let i = 0; i < SIZE; i++)
      if (counts[i] > 0) shared[Math.floor(((origin + i + 0.5) * 2 ** exponent) / width) - first] += counts[i];
    return shared;
  });
  return { width, first, counts };
};
