/** The equation of slow variables against the one that Zwanzig found for all of them, ∂ₜW = −∂_a(v_a W) + ∂_a D_ab Q ∂_b(W/Q), which is built here from
 *  v, D and Q by components and shares nothing with the derivation; both are evaluated exactly at random points for random Gaussian W and Q. */

import { describe, expect, it } from "vitest";
import { random, symbolic } from "../../../src/index.js";
import type { Problem } from "../../../src/symbolic/reduce/index.js";
import { type Point, valueAt } from "./at-a-point.js";
import { add, compose, constant, derivative, type Jet, multiply } from "./jet.js";
import { rotor } from "./rotor.js";

const stream = random.stream("zwanzig");
const normal = () => stream.normal();
const positive = () => 0.5 + stream.uniform();
const list = <T>(n: number, f: (k: number) => T): T[] => Array.from({ length: n }, (_, k) => f(k));

const coordinate = (k: number, at: number, n: number): Jet => ({
  ...constant(at, n),
  gradient: list(n, (l) => (l === k ? 1 : 0)),
});
const exponential = (of: Jet): Jet => compose(of, list(3, () => Math.exp(of.value)) as [number, number, number]);
const inverse = (of: Jet): Jet => compose(of, [1 / of.value, -1 / of.value ** 2, 2 / of.value ** 3]);
const times = (c: number, of: Jet): Jet => multiply(constant(c, of.gradient.length), of);
const sum = (all: readonly Jet[]): Jet => all.reduce(add);

/** −½ Σ A_kl x_k x_l + Σ b_k x_k with A symmetric, as a jet. */
const quadratic = (x: readonly Jet[]): Jet => {
  const n = x.length;
  const A = list(n, () => list(n, normal));
  return sum(x.flatMap((a, k) => [times(normal(), a), ...x.map((b, l) => times(-0.25 * A[k]![l]!, multiply(a, b)))]));
};

/** Σ_a −∂_a(v_a W) + Σ_ab ∂_a D_ab Q ∂_b(W/Q). */
const zwanzig = (v: readonly (Jet | undefined)[], D: (a: number, b: number) => Jet | undefined, Q: Jet, W: Jet) => {
  const n = v.length;
  const relative = multiply(W, inverse(Q));
  let total = 0;
  for (let a = 0; a < n; a++) {
    const drift = v[a];
    if (drift) total -= derivative(multiply(drift, W), a).value;
    for (let b = 0; b < n; b++) {
      const coefficient = D(a, b);
      if (coefficient) total += derivative(multiply(multiply(coefficient, Q), derivative(relative, b)), a).value;
    }
  }
  return total;
};

const point = (n: number) => {
  const x = list(n, (k) => coordinate(k, normal(), n));
  const W = exponential(quadratic(x));
  return { x, W };
};

/** D(x), of any symmetry. */
const field = (x: readonly Jet[]): Jet => add(constant(normal(), x.length), quadratic(x));

const [eps, mhat, beta] = [positive(), positive(), positive()];
const scalars = (n: number) => ({ ε: [constant(eps, n)], m̂: [constant(mhat, n)], β: [constant(beta, n)] });

/** β fᵗʰ = ∂ ln Q. */
const forces = (logQ: Jet, from: number, d: number): Jet[] =>
  list(d, (k) => times(1 / beta, derivative(logQ, from + k)));

const agrees = (problem: Problem, at: Point, expected: number) => {
  const { equation } = symbolic.reduce(problem);
  const [found] = valueAt(equation.right, at);
  expect(Math.abs(expected)).toBeGreaterThan(1e-8);
  expect(Math.abs(found!.value / expected - 1)).toBeLessThan(1e-9);
};

describe("Zwanzig's equation", () => {
  it.each([1, 2, 3])("for the centre of mass in %i dimensions, a magnetic force included", (d) => {
    for (let k = 0; k < 20; k++) {
      const { x, W } = point(d);
      const logQ = quadratic(x);
      const gamma = list(d * d, () => field(x));
      const names = { ...scalars(d), W̃: [W], γ: gamma, "⟨f⟩": forces(logQ, 0, d) };
      const D = (a: number, b: number) => times((eps / mhat) ** 2, gamma[a * d + b]!);
      const v = list(d, () => undefined);
      agrees({ slow: ["R"] }, { d, n: d, first: () => 0, names }, zwanzig(v, D, exponential(logQ), W));
    }
  });

  it.each([1, 2])("for centre and momentum in %i dimensions", (d) => {
    for (let k = 0; k < 20; k++) {
      const n = 2 * d;
      const { x, W } = point(n);
      const Pi = x.slice(d);
      const potential = quadratic(x.slice(0, d));
      const kinetic = times(-beta / (2 * mhat), sum(Pi.map((p) => multiply(p, p))));
      const theta = list(d * d, () => field(x));
      const f = forces(potential, 0, d);
      const names = { ...scalars(n), W̃: [W], θ: theta, Π: Pi, "⟨f⟩": f };
      const D = (a: number, b: number) => (a < d || b < d ? undefined : times(eps ** 2, theta[(a - d) * d + b - d]!));
      const v = [...Pi.map((p) => times(eps / mhat, p)), ...f.map((each) => times(eps, each))];
      const first = (name: string) => (name === "Φ" ? 0 : d);
      agrees(
        { slow: ["R", "P"], order: { R: "-1/2", P: "-1/2", force: "1/2" } },
        { d, n, first, names },
        zwanzig(v, D, exponential(add(potential, kinetic)), W),
      );
    }
  });

  it.each([
    [2, 1],
    [3, 1],
    [2, 2],
  ])("for %i components in %i dimensions", (M, d) => {
    const n = M * d;
    const { x, W } = point(n);
    const logQ = quadratic(x);
    const labels = list(M, (l) => l + 1);
    const holes = Object.fromEntries(
      labels.flatMap((a) => labels.map((b) => [`γ_(${a},${b})`, list(d * d, () => field(x))])),
    );
    const means = Object.fromEntries(labels.map((l) => [`⟨f_${l}⟩`, forces(logQ, (l - 1) * d, d)]));
    const block = (a: number) => Math.floor(a / d) + 1;
    const D = (a: number, b: number) =>
      times((eps / mhat) ** 2, holes[`γ_(${block(a)},${block(b)})`]![(a % d) * d + (b % d)]!);
    const first = (name: string) => (Number(name.split("_")[1]) - 1) * d;
    const names = { ...scalars(n), ...holes, ...means, W̃: [W] };
    const v = list(n, () => undefined);
    agrees({ slow: labels.map((l) => `R_${l}`) }, { d, n, first, names }, zwanzig(v, D, exponential(logQ), W));
  });

  it("for two particles of different mass", () => {
    const { x, W } = point(2);
    const Q = exponential(quadratic(x));
    const masses = [positive(), positive()];
    const holes = list(4, () => field(x));
    const pairs = ["x,x", "x,y", "y,x", "y,y"];
    const names = {
      ...scalars(2),
      â: [constant(masses[0]!, 2)],
      b̂: [constant(masses[1]!, 2)],
      ...Object.fromEntries(pairs.map((pair, k) => [`D_(${pair})`, [holes[k]!]])),
      W̃: [W],
      Q: [Q],
    };
    const D = (a: number, b: number) => times(eps ** 2 / (masses[a]! * masses[b]!), holes[2 * a + b]!);
    const problem: Problem = {
      slow: ["x", "y"],
      motion: { x: "u/a", y: "v/b", u: "K", v: "G" },
      fast: ["K", "G"],
      constants: ["a", "b"],
      odd: ["u", "v"],
      order: { a: -1, b: -1 },
    };
    const first = (name: string) => (name === "x" ? 0 : 1);
    agrees(problem, { d: 1, n: 2, first, names }, zwanzig([undefined, undefined], D, Q, W));
  });

  it("for an angle and its spin, whose mean torque is not known", () => {
    const { x, W } = point(2);
    const Q = exponential(quadratic(x));
    const [inertia, torque, D] = [positive(), field(x), field(x)];
    const names = {
      ...scalars(2),
      Î: [constant(inertia, 2)],
      ℓ: [x[1]!],
      "⟨τ⟩": [torque],
      D: [D],
      W̃: [W],
      Q: [Q],
    };
    const problem: Problem = {
      slow: ["φ", "ℓ"],
      motion: { φ: "ℓ/I", ℓ: "ε τ" },
      fast: ["τ"],
      constants: ["I"],
      odd: ["ℓ"],
      order: { I: -1 },
    };
    const v = [times(eps / inertia, x[1]!), times(eps, torque)];
    const only = (a: number, b: number) => (a === 1 && b === 1 ? times(eps ** 2, D) : undefined);
    agrees(problem, { d: 1, n: 2, first: (name) => (name === "φ" ? 0 : 1), names }, zwanzig(v, only, Q, W));
  });

  it.each([
    [2, 1],
    [2, 2],
    [3, 1],
  ])("for centres and momenta of %i components in %i dimensions", (M, d) => {
    const n = 2 * M * d;
    const { x, W } = point(n);
    const labels = list(M, (l) => l + 1);
    const place = (letter: string, l: number) => 2 * (l - 1) * d + (letter === "Φ" ? 0 : d);
    const momenta = (l: number) => x.slice(place("Π", l), place("Π", l) + d);
    const centres = labels.flatMap((l) => x.slice(place("Φ", l), place("Φ", l) + d));
    const potential = quadratic(centres);
    const kinetic = labels.flatMap(momenta).map((p) => times(-beta / (2 * mhat), multiply(p, p)));
    const pairs = labels.flatMap((a) => labels.map((b) => [a, b] as const));
    const holes = Object.fromEntries(pairs.map(([a, b]) => [`θ_(${a},${b})`, list(d * d, () => field(x))]));
    const force = (l: number) => forces(potential, place("Φ", l), d);
    const names = {
      ...{ ...scalars(n), ...holes, W̃: [W] },
      ...Object.fromEntries(labels.flatMap((l) => [[`Π_${l}`, momenta(l)] as const, [`⟨f_${l}⟩`, force(l)] as const])),
    };
    const body = (a: number) => Math.floor(a / (2 * d)) + 1;
    const isMomentum = (a: number) => a % (2 * d) >= d;
    const D = (a: number, b: number) =>
      isMomentum(a) && isMomentum(b)
        ? times(eps ** 2, holes[`θ_(${body(a)},${body(b)})`]![(a % d) * d + (b % d)]!)
        : undefined;
    const v = labels.flatMap((l) => [
      ...momenta(l).map((p) => times(eps / mhat, p)),
      ...force(l).map((each) => times(eps, each)),
    ]);
    const first = (name: string) => place(name[0]!, Number(name.split("_")[1]));
    agrees(
      { slow: labels.flatMap((l) => [`R_${l}`, `P_${l}`]), order: { R: "-1/2", P: "-1/2", force: "1/2" } },
      { d, n, first, names },
      zwanzig(v, D, exponential(sum([potential, ...kinetic])), W),
    );
  });

  it("for the angle of a rotor alone", () => {
    const { x, W } = point(1);
    const [Q, inertia, D] = [exponential(quadratic(x)), positive(), field(x)];
    const names = { ...scalars(1), Î: [constant(inertia, 1)], D: [D], W̃: [W], Q: [Q] };
    const whole = () => times((eps / inertia) ** 2, D);
    agrees(rotor, { d: 1, n: 1, first: () => 0, names }, zwanzig([undefined], whole, Q, W));
  });

  it("for the energy of a subsystem", () => {
    const { x, W } = point(1);
    const [Q, D] = [exponential(quadratic(x)), field(x)];
    const problem: Problem = {
      slow: [{ name: "E", formula: "Σ_i θ_i p_i · p_i/(2 m_i) + U" }],
      motion: { U: "−Σ_i θ_i/m_i F_i · p_i", p_i: "F_i + ε K_i" },
      fast: ["K_i"],
      vectors: ["K_i"],
    };
    const names = { ...scalars(1), D: [D], W̃: [W], Q: [Q] };
    agrees(
      problem,
      { d: 1, n: 1, first: () => 0, names },
      zwanzig([undefined], () => times(eps ** 2, D), Q, W),
    );
  });

  it("for a particle in a plane with a magnetic force, whose D has an antisymmetric part", () => {
    const { x, W } = point(2);
    const Q = exponential(quadratic(x));
    const [mass, holes] = [positive(), list(4, () => field(x))];
    const pairs = ["x,x", "x,y", "y,x", "y,y"];
    const names = {
      ...{ ...scalars(2), â: [constant(mass, 2)], W̃: [W], Q: [Q] },
      ...Object.fromEntries(pairs.map((pair, k) => [`D_(${pair})`, [holes[k]!]])),
    };
    const problem: Problem = {
      slow: ["x", "y"],
      motion: { x: "u/a", y: "v/a", u: "K + w v", v: "G − w u" },
      fast: ["K", "G"],
      constants: ["a", "w"],
      odd: ["u", "v"],
      order: { a: -1 },
    };
    const D = (a: number, b: number) => times((eps / mass) ** 2, holes[2 * a + b]!);
    const first = (name: string) => (name === "x" ? 0 : 1);
    agrees(problem, { d: 1, n: 2, first, names }, zwanzig([undefined, undefined], D, Q, W));
  });

  it.each([1, 2])("for amplitude and momentum of one long wave in %i dimensions", (d) => {
    const n = 2 * d;
    const { x, W } = point(n);
    const [mass, momentum] = [positive(), x.slice(d)];
    const potential = quadratic(x.slice(0, d));
    const kinetic = momentum.map((p) => times(-beta / (2 * mass), multiply(p, p)));
    const [D, f] = [list(d * d, () => field(x)), forces(potential, 0, d)];
    const names = { ...scalars(n), M̂: [constant(mass, n)], B̄: momentum, "⟨G⟩": f, D, W̃: [W] };
    const problem: Problem = {
      slow: [
        { name: "A", formula: "Σ_i m_i u_i r_i/M" },
        { name: "B", formula: "Σ_i u_i p_i" },
      ],
      constants: ["u_i", "M"],
      order: { M: -1, A: "-1/2", B: "-1/2", G: "1/2" },
      names: { M: "Σ_i m_i u_i^2", G: "Σ_i u_i F_i" },
    };
    const whole = (a: number, b: number) => (a < d || b < d ? undefined : times(eps ** 2, D[(a - d) * d + b - d]!));
    const v = [...momentum.map((p) => times(eps / mass, p)), ...f.map((each) => times(eps, each))];
    const first = (name: string) => (name.startsWith("A") ? 0 : d);
    agrees(problem, { d, n, first, names }, zwanzig(v, whole, exponential(sum([potential, ...kinetic])), W));
  });

  it("is another equation where the antisymmetric part of D changes its sign", () => {
    const d = 2;
    const { x, W } = point(d);
    const logQ = quadratic(x);
    const gamma = list(d * d, () => field(x));
    const turned = (a: number, b: number) => times((eps / mhat) ** 2, gamma[b * d + a]!);
    const names = { ...scalars(d), W̃: [W], γ: gamma, "⟨f⟩": forces(logQ, 0, d) };
    const [found] = valueAt(symbolic.reduce({ slow: ["R"] }).equation.right, { d, n: d, first: () => 0, names });
    const expected = zwanzig([undefined, undefined], turned, exponential(logQ), W);
    expect(Math.abs(found!.value / expected - 1)).toBeGreaterThan(1e-3);
  });
});
