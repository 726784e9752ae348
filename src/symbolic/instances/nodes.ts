import { gaussLegendre } from "../../linalg/quadrature/gauss-legendre.js";

const rule = gaussLegendre(14);

/** The 14 points of Gauss and Legendre between a and b, with their weights. */
export const nodes = (a: number, b: number): readonly (readonly [number, number])[] =>
  Array.from(rule.nodes, (x, k) => [(a + b) / 2 + ((b - a) / 2) * x, (rule.weights[k]! * (b - a)) / 2] as const);
