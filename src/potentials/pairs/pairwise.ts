import { positive, whole } from "../../checks.js";
import { type Displayable, display, type MimeBundle } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { spaceDimension } from "../dimensions.js";
import type { Potential } from "../potential.js";
import { type BoxSize, boxLengths } from "./box.js";
import type { PairPotential } from "./pair.js";
import { pairLoops } from "./pair-loops.js";
import type { Tail } from "./tail.js";

/** The energy of particles that act on each other in pairs; a point is x₁ y₁ z₁ x₂ …. */
export interface PairwisePotential extends Potential, Displayable {
  readonly pair: PairPotential;
  readonly particles: number;
  readonly variables: readonly string[];
  /** The lengths of the periodic box; none where space is open. */
  readonly box: readonly number[] | undefined;
  /** W = Σ r·F over the pairs of the first point of `q`, an energy. */
  virial(q: Float64Array): number;
  /** (N kT + W/d)/volume in d dimensions, without the long-range correction. @throws PhysicsError "undefined-quantity" without a box */
  pressure(q: Float64Array, kT: number): number;
  /** The long-range correction of the energy and the pressure of the system. @throws PhysicsError "undefined-quantity" without a box, or of what is shifted */
  readonly tail: Tail;
}

export interface PairwiseOptions {
  readonly particles: number;
  /** 3 unless told. */
  readonly dim?: number;
  /** Without it space is open. */
  readonly box?: BoxSize;
}

const noBox = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `${what} asks for a volume, and space is open`,
    expected: "particles in a box",
    remedy: "Give potentials.pairwise a box: 8",
  });
};

const axes = ["x", "y", "z"];

const namesOf = (particles: number, d: number): string[] =>
  Array.from({ length: particles * d }, (_, i) => `${axes[i % d]}${Math.floor(i / d) + 1}`);

const shown = (pair: PairPotential, particles: number, d: number, box: readonly number[] | undefined): MimeBundle => {
  const bundle = pair[display]();
  const where = `${particles} particles in ${d} ${d === 1 ? "dimension" : "dimensions"}${box ? `, periodic box ${box.join(" × ")}` : ""}`;
  return {
    ...bundle,
    "text/markdown": `${where}\n\n${bundle["text/markdown"]}`,
    "text/plain": `${where}, ${bundle["text/plain"]}`,
  };
};

/** V = Σ v(|rᵢ − rⱼ|) over all pairs of `particles` in 1, 2 or 3 dimensions; in a periodic box r is the nearest image's. O(N²), for systems of up to some
 *  hundred particles. @throws PhysicsError "parameter", "dimension"; from energy and force "non-finite" where two particles meet */
export const pairwise = (pair: PairPotential, options: PairwiseOptions): PairwisePotential => {
  const particles = whole("particles", options.particles, 2);
  const d = spaceDimension(options.dim ?? 3);
  const box = options.box === undefined ? undefined : boxLengths(options.box, d, pair.cutoff);
  const volume = box?.reduce((product, length) => product * length, 1);
  const loops = pairLoops(pair, particles, d, box);
  const virial = (q: Float64Array) => loops.total(q, (r) => r * pair.force(r));
  return {
    dim: particles * d,
    pair,
    particles,
    box,
    variables: namesOf(particles, d),
    energy: (q) => loops.total(q, pair.energy),
    force: loops.force,
    virial,
    pressure: (q, kT) =>
      volume === undefined ? noBox("A pressure") : (particles * positive("kT", kT) + virial(q) / d) / volume,
    get tail() {
      if (volume === undefined) return noBox("A long-range correction");
      const { energy, pressure } = pair.tail(particles / volume, d);
      return { energy: particles * energy, pressure };
    },
    [display]: () => shown(pair, particles, d, box),
  };
};
