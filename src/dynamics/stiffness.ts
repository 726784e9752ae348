import type { Potential } from "../potentials/potential.js";

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The matrix-vector product v = M⁻¹p, or the like for a mobility. */
export type Apply = (p: Float64Array, out: Float64Array) => Float64Array;

/** −H v/|v| by a central difference of the force over 2ε. */
const curvature = (potential: Potential, q: Float64Array, v: Float64Array, epsilon: number): Float64Array => {
  const scale = epsilon / Math.sqrt(dot(v, v));
  const ahead = potential.force(
    q.map((x, i) => x + scale * v[i]),
    new Float64Array(q.length),
  );
  const behind = potential.force(
    q.map((x, i) => x - scale * v[i]),
    new Float64Array(q.length),
  );
  return ahead.map((f, i) => (behind[i] - f) / (2 * scale));
};

/** The largest λ of H v = λ M v by power iteration; every Rayleigh quotient lies below it. */
const largest = (potential: Potential, q: Float64Array, apply: Apply, epsilon: number): number => {
  let u = q.map((_, i) => 1 + 0.3 * (i % 3) - 0.7 * (i % 2));
  let [lambda, before] = [0, Number.NaN];
  const v = new Float64Array(q.length);
  for (let turn = 0; turn < 100 && !(Math.abs(lambda - before) <= 1e-6 * Math.abs(lambda)); turn++) {
    apply(u, v);
    const next = curvature(potential, q, v, epsilon);
    before = lambda;
    lambda = dot(v, next) / dot(u, v);
    const size = Math.sqrt(dot(next, next));
    if (!(size > 0)) return lambda;
    u = next.map((value) => value / size);
  }
  return lambda;
};

/** The stiffest λ = ω² of H v = λ M v at the point `q`, H the Hessian of V and `apply` the product with M⁻¹. 0 where differences over two
 *  lengths do not agree, as at a corner of V. */
export const stiffness = (potential: Potential, q: Float64Array, apply: Apply): number => {
  const size = 1e-4 * (1 + Math.sqrt(dot(q, q) / q.length));
  const [fine, coarse] = [size, 10 * size].map((epsilon) => largest(potential, q, apply, epsilon));
  return Math.abs(fine - coarse) < 0.1 * Math.abs(fine) ? fine : 0;
};

/** The minimum of V below `start`, by steps along the force as long as the last two points advise (Barzilai and Borwein), never upwards;
 *  undefined where none is found. */
export const minimumBelow = (potential: Potential, start: Float64Array): Float64Array | undefined => {
  let q = start.slice();
  let force = potential.force(q, new Float64Array(q.length));
  let energy = potential.energy(q);
  let length = 1e-3 / (1e-300 + Math.sqrt(dot(force, force)));
  for (let turn = 0; turn < 500 && Number.isFinite(energy); turn++) {
    const move = force.map((f) => length * f);
    const reach = Math.sqrt(dot(move, move));
    if (reach <= 1e-9 * (1 + Math.sqrt(dot(q, q)))) return q;
    const next = q.map((x, i) => x + move[i]);
    const there = potential.energy(next);
    if (!(there <= energy)) {
      length /= 4;
      continue;
    }
    const newForce = potential.force(next, new Float64Array(q.length));
    const change = force.map((f, i) => f - newForce[i]);
    const bend = dot(move, change);
    length = bend > 0 ? dot(move, move) / bend : 2 * length;
    [q, force, energy] = [next, newForce, there];
  }
  return undefined;
};
