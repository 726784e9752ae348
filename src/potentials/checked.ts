import { PhysicsError } from "../errors.js";
import type { Potential } from "./potential.js";

type Named = Potential & { readonly variables?: readonly string[] };

const refuse = (what: string, q: Float64Array, names: readonly string[] | undefined): never => {
  const at = [...q].map((x, i) => (names ? `${names[i]} = ${x}` : String(x))).join(", ");
  throw new PhysicsError("non-finite", {
    what: `${what} at ${at}`,
    expected: "a finite number",
    remedy: "Keep away from this point, where the potential is singular or not defined",
  });
};

/** Looks at V and F at every point of `q`. Loops do not, for speed: this is for the points at which they begin, and for finding out where they failed.
 *  @throws PhysicsError "non-finite" that names the value, the component and the point */
export const checkFinite = (potential: Named, q: Float64Array): void => {
  const { dim, variables } = potential;
  for (let start = 0; start < q.length; start += dim) {
    const point = q.slice(start, start + dim);
    const energy = potential.energy(point);
    if (!Number.isFinite(energy)) refuse(`V is ${energy}`, point, variables);
    const force = potential.force(point, new Float64Array(dim));
    const bad = force.findIndex((F) => !Number.isFinite(F));
    if (bad >= 0) refuse(`The force along ${variables?.[bad] ?? bad} is ${force[bad]}`, point, variables);
  }
};

/** The same potential, which looks at every value that it gives. @throws from energy and force PhysicsError "non-finite" that names the point */
export const checked = <P extends Named>(potential: P): P => {
  const energy = (q: Float64Array) => {
    const value = potential.energy(q);
    if (!Number.isFinite(value)) checkFinite(potential, q.subarray(0, potential.dim));
    return value;
  };
  const force = (q: Float64Array, out: Float64Array) => {
    potential.force(q, out);
    if (!out.every(Number.isFinite)) checkFinite(potential, q);
    return out;
  };
  return Object.create(potential, { energy: { value: energy }, force: { value: force } }) as P;
};
