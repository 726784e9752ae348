import { PhysicsError } from "../../errors.js";
import { stream } from "../../random/index.js";
import { labelOf } from "../notation/names.js";
import { text } from "../notation/text.js";
import { derivative } from "../scalars/derivative.js";
import { numberOf } from "../scalars/number.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import type { Scaling } from "./programme.js";

/** Made of names without indices of atoms, so that a number for each name is a number for the whole. */
const isPlain = (of: Term): boolean =>
  [...positions(of)].every(
    ([, { head, rank, subscripts, parts }]) =>
      rank === 0 && head !== "atoms" && (subscripts === 0 || parts[0]?.head === "number"),
  );

/** Each ∂Ẋ/∂X at a random point. */
const slopesAt = (motion: NonNullable<Scaling["motion"]>, seed: string): readonly number[] => {
  const rng = stream(seed);
  const values = new Map<string, number>();
  const value = (label: string) => {
    if (!values.has(label)) values.set(label, 0.5 + rng.uniform());
    return values.get(label);
  };
  return motion.map(({ coordinate, rate }) => numberOf(derivative(rate, coordinate), value));
};

/**
 * Liouville's theorem asks that volumes stay as they are, Σ ∂Ẋ/∂X = 0 over all coordinates. The sum is taken at a random point where every
 * coordinate of its own has a rate that is told; with names that are only known to be fast, or with atoms, nothing is said.
 * @throws PhysicsError "parameter" for a motion under which volumes shrink or grow
 */
export const keepsVolume = ({ motion = [], fast = [] }: Scaling): void => {
  if (fast.length > 0 || !motion.every(({ coordinate, rate }) => isPlain(coordinate) && isPlain(rate))) return;
  const slopes = slopesAt(motion, "volume");
  const size = slopes.reduce((sum, slope) => sum + Math.abs(slope), 0);
  if (Math.abs(slopes.reduce((sum, slope) => sum + slope, 0)) <= 1e-10 * size) return;
  const compressed = motion.filter((_, k) => slopes[k] !== 0);
  throw new PhysicsError("parameter", {
    what: `Volumes do not stay as they are: ${compressed.map(({ coordinate, rate }) => `∂(${text(rate)})/∂${labelOf(coordinate)}`).join(" + ")} is not 0`,
    expected: "a motion with Σ ∂Ẋ/∂X = 0, for which Liouville's equation holds",
    remedy: "Leave friction out of the motion, it is what a reduction gives; look whether a coordinate is missing",
  });
};
