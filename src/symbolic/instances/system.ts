import { smallExponential } from "../../linalg/exponential/small-exponential.js";
import type { Stream } from "../../random/stream.js";
import { add, constant, differentiate, type Element, linear, multiply, scale } from "./element.js";
import { type Affine, identity } from "./substitute.js";

/**
 * A concrete system: N atoms in d dimensions with random masses, of which some are the nanoparticle, in a random quadratic potential.
 * All functions live on the variables z = (r, p, slow variables, η, t, t₁, t₀ − T), in this order.
 */
export interface System {
  readonly N: number;
  readonly d: number;
  readonly n: number;
  readonly mass: readonly number[];
  readonly inside: readonly number[];
  readonly constants: ReadonlyMap<string, number>;
  readonly slow: ReadonlyMap<string, { readonly at: number; readonly forms: readonly Float64Array[] }>;
  readonly eta: readonly number[];
  readonly times: ReadonlyMap<string, number>;
  readonly V: Element;
  /** ∂H/∂Γ = h Γ + g by rows: for the flows. */
  readonly flows: Readonly<Record<"newton" | "gibbs", { readonly rate: Float64Array; readonly push: Float64Array }>>;
}

/** The value of t₀ at which everything is evaluated; the variable is what it differs by. */
export const T0 = 0.7;

const between = (rng: Stream, a: number, b: number): number => a + (b - a) * rng.uniform();

/** The rows of a random symmetric positive definite matrix. */
const stiffness = (rng: Stream, n: number): number[][] => {
  const B = Array.from({ length: n }, () => Array.from({ length: n }, () => between(rng, -0.5, 0.5)));
  return B.map((row, i) => B.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k]!, i === j ? 0.7 : 0)));
};

/** Slow variables by section: what they are called, and their weights in positions and momenta. */
export type SlowKind = "R" | "ΦΠ";

/** A random system. */
export const system = (rng: Stream, kind: SlowKind, { N, d }: { readonly N: number; readonly d: number }): System => {
  const names = kind === "R" ? ["R"] : ["Φ", "Π"];
  const [coordinates, slowAt] = [2 * N * d, 2 * N * d];
  const etaAt = slowAt + names.length * d;
  const timeAt = etaAt + names.length * d;
  const n = timeAt + 3;
  const mass = Array.from({ length: N }, () => between(rng, 0.6, 1.9));
  const inside = Array.from({ length: N }, (_, i) => (i < Math.max(1, N - 1) && N > 1 ? 1 : N === 1 ? 1 : 0));
  const m = mass.reduce((sum, each, i) => sum + each * inside[i]!, 0);
  const mhat = between(rng, 0.5, 0.9);
  const epsilon = mhat / m;
  const root = kind === "R" ? 1 : Math.sqrt(epsilon);
  const form = (weight: (i: number) => number, offset: number) =>
    Array.from({ length: d }, (_, c) => {
      const out = new Float64Array(n);
      for (let i = 0; i < N; i++) out[offset + i * d + c] = weight(i);
      return out;
    });
  const positionForm = form((i) => (root * mass[i]! * inside[i]!) / m, 0);
  const momentumForm = form((i) => root * inside[i]!, N * d);
  const slow = new Map(
    names.map((name, s) => [name, { at: slowAt + s * d, forms: s === 0 ? positionForm : momentumForm }]),
  );
  const K = stiffness(rng, N * d);
  const g = Float64Array.from({ length: N * d }, () => between(rng, -0.4, 0.4));
  let V = linear(n, g);
  for (let a = 0; a < N * d; a++)
    for (let b = 0; b < N * d; b++)
      V = add(V, scale(multiply(linear(n, unit(n, a)), linear(n, unit(n, b))), 0.5 * K[a]![b]!));
  const hessian = new Float64Array(coordinates ** 2);
  for (let a = 0; a < N * d; a++) {
    for (let b = 0; b < N * d; b++) hessian[a * coordinates + b] = K[a]![b]!;
    hessian[(N * d + a) * coordinates + N * d + a] = 1 / mass[Math.floor(a / d)]!;
  }
  const gradient = new Float64Array(coordinates);
  gradient.set(g);
  const J = symplectic(coordinates);
  const reduced = projected(
    J,
    [...slow.values()].flatMap(({ forms }) => forms.map((each) => each.slice(0, coordinates))),
    coordinates,
  );
  const flow = (j: Float64Array) => ({
    rate: product(j, hessian, coordinates),
    push: applied(j, gradient, coordinates),
  });
  return {
    N,
    d,
    n,
    mass,
    inside,
    slow,
    V,
    constants: new Map([
      ["m", m],
      ["m̂", mhat],
      ["ε", epsilon],
      ["β", between(rng, 0.8, 1.4)],
      ["N", N],
      ["M", inside.filter(Boolean).length],
      ["π", Math.PI],
      ["t", 0],
    ]),
    eta: Array.from({ length: names.length * d }, (_, k) => etaAt + k),
    times: new Map([
      ["t", timeAt],
      ["t_1", timeAt + 1],
      ["t_0", timeAt + 2],
    ]),
    flows: { newton: flow(J), gibbs: flow(reduced) },
  };
};

const unit = (n: number, k: number): Float64Array => {
  const e = new Float64Array(n);
  e[k] = 1;
  return e;
};

/** J of Γ̇ = J ∂H/∂Γ. */
const symplectic = (size: number): Float64Array => {
  const J = new Float64Array(size * size);
  for (let a = 0; a < size / 2; a++) {
    J[a * size + size / 2 + a] = 1;
    J[(size / 2 + a) * size + a] = -1;
  }
  return J;
};

const product = (a: Float64Array, b: Float64Array, n: number): Float64Array => {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      if (a[i * n + k] !== 0) for (let j = 0; j < n; j++) out[i * n + j]! += a[i * n + k]! * b[k * n + j]!;
  return out;
};
const applied = (a: Float64Array, v: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => v.reduce((sum, x, k) => sum + a[i * n + k]! * x, 0));

/** T J Tᵀ, T the projection on what is orthogonal to the forms: a flow that keeps H, volumes and the forms. */
const projected = (J: Float64Array, forms: readonly Float64Array[], n: number): Float64Array => {
  const T = new Float64Array(n * n);
  for (let i = 0; i < n; i++) T[i * n + i] = 1;
  for (const form of forms) {
    const size = form.reduce((sum, x) => sum + x * x, 0);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) T[i * n + j]! -= (form[i]! * form[j]!) / size;
  }
  return product(product(T, J, n), T, n);
};

/** Γ after a time under a flow, as a linear map of all variables. */
export const flowMap = ({ n, flows }: System, flow: "newton" | "gibbs", time: number): Affine => {
  const { rate, push } = flows[flow];
  const k = push.length;
  const augmented = new Float64Array((k + 1) ** 2);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) augmented[i * (k + 1) + j] = time * rate[i * k + j]!;
    augmented[i * (k + 1) + k] = time * push[i]!;
  }
  const moved = smallExponential(augmented, k + 1);
  const map = identity(n);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) map.S[i * n + j] = moved[i * (k + 1) + j]!;
    map.s[i] = moved[i * (k + 1) + k]!;
  }
  return map;
};

/** −Γ̇ · ∂A/∂Γ. */
export const liouvilleOf = ({ n, flows }: System, flow: "newton" | "gibbs", of: Element): Element => {
  const { rate, push } = flows[flow];
  const k = push.length;
  const parts = Array.from({ length: k }, (_, i) => {
    const form = new Float64Array(n);
    form.set(rate.subarray(i * k, (i + 1) * k));
    return scale(multiply(linear(n, form, push[i]), differentiate(of, i)), -1);
  });
  return add(constant(n, 0), ...parts);
};
