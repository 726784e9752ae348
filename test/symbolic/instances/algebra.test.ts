import { describe, expect, it } from "vitest";
import { gaussLegendre } from "../../../src/linalg/quadrature/gauss-legendre.js";
import { stream } from "../../../src/random/index.js";
import { drawn } from "../../../src/symbolic/instances/draw.js";
import {
  add,
  differentiate,
  type Element,
  linear,
  multiply,
  valueAt,
} from "../../../src/symbolic/instances/element.js";
import { exponential, logarithm, raised } from "../../../src/symbolic/instances/functions.js";
import { integrate } from "../../../src/symbolic/instances/integrate.js";
import { substitute } from "../../../src/symbolic/instances/substitute.js";
import { flowMap, liouvilleOf, system } from "../../../src/symbolic/instances/system.js";

const rng = stream("the algebra of polynomials and Gaussians");
const of = system(rng.child(1), "R", { N: 2, d: 1 });
const { n } = of;
const phase = [0, 1, 2, 3];
const element = (label: number, over: readonly number[] = phase): Element =>
  drawn(rng.child(label), of, over, "falling");
const point = (label: number): Float64Array => {
  const { normal } = rng.child(label);
  return Float64Array.from({ length: n }, () => 0.6 * normal());
};
const at = (z: Float64Array, k: number, x: number): Float64Array => z.map((value, j) => (j === k ? x : value));
const rule = gaussLegendre(60);
const quadrature = (f: (x: number) => number): number =>
  rule.nodes.reduce((sum, x, k) => sum + 9 * rule.weights[k]! * f(9 * x), 0);
const unit = (k: number) =>
  linear(
    n,
    Float64Array.from({ length: n }, (_, j) => (j === k ? 1 : 0)),
  );
const sharp = (form: Float64Array, order: number): Element => ({
  n,
  pieces: linear(n, [], 1).pieces.map((piece) => ({ ...piece, deltas: [{ form, shift: 0.3, order }] })),
});

describe("polynomials times Gaussians", () => {
  it.each([0, 1, 2, 3])("has the derivative by variable %i that differences have", (k) => {
    const [f, z, h] = [element(10 + k), point(20 + k), 1e-5];
    const difference = (valueAt(f, at(z, k, z[k]! + h)) - valueAt(f, at(z, k, z[k]! - h))) / (2 * h);
    expect(valueAt(differentiate(f, k), z)).toBeCloseTo(difference, 8);
  });

  it("multiplies and adds values", () => {
    const [f, g, z] = [element(30), element(31), point(32)];
    expect(valueAt(multiply(f, g), z)).toBeCloseTo(valueAt(f, z) * valueAt(g, z), 13);
    expect(valueAt(add(f, g), z)).toBeCloseTo(valueAt(f, z) + valueAt(g, z), 13);
  });

  it("integrates one and two variables like quadrature", () => {
    const [f, z] = [element(40), point(41)];
    const once = quadrature((x) => valueAt(f, at(z, 1, x)));
    expect(valueAt(integrate(f, [1], of.eta), z)).toBeCloseTo(once, 10);
    const twice = quadrature((x) => quadrature((y) => valueAt(f, at(at(z, 1, x), 3, y))));
    expect(valueAt(integrate(f, [1, 3], of.eta), z)).toBeCloseTo(twice, 10);
  });

  it.each([0, 1, 2])("integrates the derivative of order %i of δ of a linear function by parts", (order) => {
    const f = element(50 + order, [0, 2, 4]);
    const form = new Float64Array(n);
    [form[0], form[4]] = [1.7, -0.6];
    const z = point(55);
    const root = (0.6 * z[4]! - 0.3) / 1.7;
    const derivative = (g: Element, k: number): Element => (k === 0 ? g : differentiate(derivative(g, k - 1), 0));
    const expected = ((-1) ** order * valueAt(derivative(f, order), at(z, 0, root))) / 1.7 ** (order + 1);
    expect(valueAt(integrate(multiply(f, sharp(form, order)), [0], of.eta), z)).toBeCloseTo(expected, 11);
  });

  it("takes logarithms, roots and reciprocals of pure Gaussians", () => {
    const z = point(60);
    const square = multiply(unit(0), unit(2));
    const gaussian = exponential(add(square, linear(n, [0.3, -0.2], 0.4)));
    const value = valueAt(gaussian, z);
    expect(valueAt(logarithm(gaussian), z)).toBeCloseTo(Math.log(value), 12);
    expect(valueAt(raised(gaussian, -0.5), z)).toBeCloseTo(value ** -0.5, 12);
    expect(() => raised(add(gaussian, linear(n, [], 1)), -1)).toThrow("no pure Gaussian");
  });

  it("refuses an integral that diverges", () => {
    expect(() => integrate(exponential(multiply(unit(0), unit(0))), [0], of.eta)).toThrow("diverges");
  });
});

describe("the flows", () => {
  it.each(["newton", "gibbs"] as const)("%s keeps energy and volume, and 𝓛 is its generator", (flow) => {
    const f = element(70);
    const map = flowMap(of, flow, 0.8);
    const h = 1e-4;
    const z = point(71);
    const slope =
      (valueAt(substitute(f, flowMap(of, flow, -h)), z) - valueAt(substitute(f, flowMap(of, flow, h)), z)) / (2 * h);
    expect(valueAt(liouvilleOf(of, flow, f), z)).toBeCloseTo(slope, 6);
    const before = integrate(f, phase, of.eta);
    const after = integrate(substitute(f, map), phase, of.eta);
    expect(valueAt(after, z)).toBeCloseTo(valueAt(before, z), 11);
  });

  it("gibbs keeps the slow variable, newton does not", () => {
    const [form] = of.slow.get("R")!.forms;
    const R = linear(n, form!);
    const z = point(80);
    expect(valueAt(substitute(R, flowMap(of, "gibbs", 0.8)), z)).toBeCloseTo(valueAt(R, z), 13);
    expect(Math.abs(valueAt(substitute(R, flowMap(of, "newton", 0.8)), z) - valueAt(R, z))).toBeGreaterThan(0.05);
  });
});
