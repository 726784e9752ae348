import { smallExponential } from "../../linalg/exponential/small-exponential.js";
import type { Stream } from "../../random/stream.js";
import { add, constant, differentiate, type Element, linear, multiply, scale } from "./element.js";
import { energyOf, flowsOf, type LinearFlow, symplectic, unit } from "./linear-flow.js";
import { type Affine, identity } from "./substitute.js";
import type { Value } from "./value.js";

/**
 * A concrete system: N atoms in d dimensions with random masses, of which some are the nanoparticle, in a random quadratic potential.
 * All functions live on the variables z = (r, p, slow variables, η, t, t₁, t₀ − T), in this order; where powers of ε are told
 * apart, t₂, t₃, … and ε as a variable follow.
 */
export interface System {
  readonly N: number;
  readonly d: number;
  readonly n: number;
  readonly mass: readonly number[];
  /** 1 for the atoms of the nanoparticle, θ. */
  readonly inside: readonly number[];
  /** Numbers that each atom has, by their name: the indicators of bodies, and constants such as the weights of a wave. */
  readonly ofAtoms: ReadonlyMap<string, readonly number[]>;
  /** Names that are something of this system alone. */
  readonly names: ReadonlyMap<string, Value>;
  readonly constants: ReadonlyMap<string, number>;
  readonly slow: ReadonlyMap<string, { readonly at: number; readonly forms: readonly Float64Array[] }>;
  readonly eta: readonly number[];
  readonly times: ReadonlyMap<string, number>;
  /** Where powers of ε are told apart: the variable that stands for ε. */
  readonly parameter?: number;
  readonly V: Element;
  /** What both flows keep. */
  readonly energy: Element;
  readonly flows: Readonly<Record<"newton" | "gibbs", LinearFlow>>;
}

/** The value of t₀ at which everything is evaluated, unless another is asked for; the variable is what it differs by. */
export const T0 = 0.7;

/** A number between a and b. */
export const between = (rng: Stream, a: number, b: number): number => a + (b - a) * rng.uniform();

/** The rows of a random symmetric positive definite matrix. */
export const stiffness = (rng: Stream, n: number): number[][] => {
  const B = Array.from({ length: n }, () => Array.from({ length: n }, () => between(rng, -0.5, 0.5)));
  return B.map((row, i) => B.map((other, j) => row.reduce((sum, x, k) => sum + x * other[k]!, i === j ? 0.7 : 0)));
};

/** Slow variables by section: what they are called, and their weights in positions and momenta. */
export type SlowKind = "R" | "ΦΠ";

/** How large a system is, and up to which power of ε orders are told apart in it. */
export interface Size {
  readonly N: number;
  readonly d: number;
  readonly orders?: number;
}

/** A random system. */
export const system = (rng: Stream, kind: SlowKind, { N, d, orders = 0 }: Size): System => {
  const names = kind === "R" ? ["R"] : ["Φ", "Π"];
  const [coordinates, slowAt] = [2 * N * d, 2 * N * d];
  const etaAt = slowAt + names.length * d;
  const timeAt = etaAt + names.length * d;
  const n = timeAt + 3 + Math.max(0, orders);
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
  const quadratic = { hessian, gradient };
  return {
    N,
    d,
    n,
    mass,
    inside,
    ofAtoms: new Map([["θ", inside]]),
    names: new Map(),
    slow,
    V,
    energy: energyOf(n, quadratic),
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
      ...Array.from({ length: Math.max(0, orders - 1) }, (_, k) => [`t_${k + 2}`, timeAt + 3 + k] as const),
    ]),
    ...(orders > 0 && { parameter: n - 1 }),
    flows: flowsOf(
      symplectic(coordinates),
      quadratic,
      [...slow.values()].flatMap(({ forms }) => forms),
    ),
  };
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
