import { PhysicsError } from "../../errors.js";
import { type Moved, rationalExponential } from "../../linalg/exponential/rational-exponential.js";
import { sizeOf, stepsFor, taylorExponential } from "../../linalg/exponential/taylor-exponential.js";
import { add, dot, type LinearMap, norm } from "../../linalg/krylov/krylov.js";
import { withoutRest } from "./phase-modes.js";
import type { PhaseOperator } from "./phase-operator.js";

/** What of ∫ |δρ| a piece of the time may leave, and what rounding leaves of a long vector. */
const [TOLERANCE, ROUNDING] = [1e-7, 1e-13];
/** The most steps of the series. */
const MOST = 200_000;
/** The part of a time that a resolvent spans. */
const PART = 0.1;

/** @throws PhysicsError "parameter" for t < 0, or not finite */
export const checkTime = (t: number): void => {
  if (!(t >= 0 && Number.isFinite(t)))
    throw new PhysicsError("parameter", {
      what: `The time is ${t}`,
      expected: "a number from 0 on",
      remedy: "To run backwards, turn the momenta round and run forwards",
    });
};

const checkStart = (c: Float64Array): void => {
  if (!c.every(Number.isFinite))
    throw new PhysicsError("non-finite", {
      what: "The density at the start is not finite, or not where the equilibrium vanishes",
      expected: "finite numbers that fall off as fast as exp(−H/2kT)",
      remedy: "Check the function or the values that were given, or narrow the grid",
    });
};

const endless = (t: number): never => {
  throw new PhysicsError("not-converged", {
    what: `A time of ${t} holds too many of the fastest turns`,
    expected: `less than ${MOST} steps, or friction that damps them`,
    remedy: "Take a shorter time, a narrower range of x and p, or fewer cells",
  });
};

/** c → 𝓛ᵀc. */
const transposedOf =
  ({ apply, reverse }: PhaseOperator): LinearMap =>
  (x, y) => {
    apply(reverse(x), y);
    y.set(reverse(y));
  };

/** exp(t𝓛)c by resolvents, or nothing where they do not settle. */
const byResolvents = ({ resolvent, rest }: PhaseOperator, t: number, c: Float64Array, tolerance: number) => {
  const tau = PART * t;
  const project = withoutRest(rest);
  const solve = resolvent(tau);
  const along: LinearMap = (b, out) => {
    solve(b, out);
    project(out);
  };
  return rationalExponential(along, tau, t, c, tolerance);
};

/** A vector without a part along the rest state: by resolvents for as long a time as they settle, by a series where that is cheaper. */
const followed = (operator: PhaseOperator, start: Float64Array, t: number, tolerance: number): Moved => {
  const size = sizeOf(operator.apply, transposedOf(operator), start);
  let [values, error, left, piece, steps] = [start, 0, t, t, 0];
  while (left > 0) {
    const short = stepsFor(size, piece) <= operator.series;
    const found = short
      ? { values: taylorExponential(operator.apply, size, piece, values), error: 0 }
      : byResolvents(operator, piece, values, tolerance);
    if (!found) {
      piece /= 4;
      continue;
    }
    if (short) steps += stepsFor(size, piece);
    if (steps > MOST) endless(t);
    [values, error, left] = [found.values, error + found.error, left - piece];
    piece = Math.min(left, 4 * piece);
  }
  return { values, error };
};

/** exp(t𝓛)c. The part along the rest state, which is the mass, is left as it is. As Σ |√π c| ≤ |c|, an error of c bounds that of the density.
 *  @throws PhysicsError "non-finite", "not-converged" [van-den-eshof-hochbruck-2006, al-mohy-higham-2011] */
export const moved = (operator: PhaseOperator, c: Float64Array, t: number): Moved => {
  checkStart(c);
  if (t === 0) return { values: c.slice(), error: 0 };
  const { rest } = operator;
  const project = withoutRest(rest);
  const other = c.slice();
  project(other);
  if (norm(other) === 0) return { values: c.slice(), error: 0 };
  const { values, error } = followed(operator, other, t, Math.max(TOLERANCE, ROUNDING * norm(c)));
  project(values);
  add(values, dot(rest, c), rest);
  return { values, error: error + ROUNDING * norm(c) };
};
