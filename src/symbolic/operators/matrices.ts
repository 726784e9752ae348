import { PhysicsError } from "../../errors.js";
import { product, smallExponential } from "../../linalg/exponential/small-exponential.js";
import { gaussLegendre } from "../../linalg/quadrature/gauss-legendre.js";
import { labelOf } from "../notation/names.js";
import { numberOf } from "../scalars/number.js";
import type { Term } from "../terms/term.js";

/** n × n matrices, row by row, for the operators, and numbers for the scalars, by label. */
export interface Instance {
  readonly n: number;
  readonly matrices: ReadonlyMap<string, Float64Array>;
  readonly numbers: ReadonlyMap<string, number>;
}

const rule = gaussLegendre(20);

const scaled = (a: Float64Array, c: number): Float64Array => a.map((value) => c * value);
const sum = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, i) => value + b[i]);
const multipleOfOne = (n: number, c: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? c : 0));

const missing = (label: string): never => {
  throw new PhysicsError("parameter", {
    what: `The operator ${label} has no matrix`,
    expected: "a matrix for every operator",
    remedy: `Give it one, { ${label}: [[0, 1], [0, 0]] }`,
  });
};

/** ∫ₐᵇ M(s) ds by 20 Gauss–Legendre points. */
const integrated = (of: Term, at: Instance): Float64Array => {
  const [body, from, to] = of.parts as [Term, Term, Term];
  const [a, b] = [from, to].map((end) => numberOf(end, (label) => at.numbers.get(label))) as [number, number];
  return rule.nodes.reduce<Float64Array>(
    (all, node, k) => {
      const s = 0.5 * (a + b) + 0.5 * (b - a) * node;
      const value = matrixOf(body, { ...at, numbers: new Map([...at.numbers, [of.name, s]]) });
      return sum(all, scaled(value, 0.5 * (b - a) * rule.weights[k]));
    },
    multipleOfOne(at.n, 0),
  );
};

/** The matrix that an operator is for matrices in the place of its letters; a scalar is a multiple of 1. @throws PhysicsError "parameter", "expression" */
export const matrixOf = (of: Term, at: Instance): Float64Array => {
  const { n, matrices, numbers } = at;
  const scalar = (part: Term) => numberOf(part, (label) => numbers.get(label));
  const matrix = (part: Term) => matrixOf(part, at);
  const [a, b] = of.parts as [Term, Term];
  if (of.sort === "function") return multipleOfOne(n, scalar(of));
  switch (of.head) {
    case "symbol":
      return matrices.get(labelOf(of)) ?? missing(labelOf(of));
    case "plus":
      return of.parts.map(matrix).reduce(sum);
    case "times":
      return of.parts.map(matrix).reduce((left, right) => product(left, right, n));
    case "power":
      return Array<Float64Array>(Number(b.value))
        .fill(matrix(a))
        .reduce((left, right) => product(left, right, n));
    case "commutator": {
      const [left, right] = [matrix(a), matrix(b)];
      return sum(product(left, right, n), scaled(product(right, left, n), -1));
    }
    case "semigroup":
      return smallExponential(scaled(matrix(a), scalar(b)), n);
    case "integral":
      return integrated(of, at);
    default:
      throw new PhysicsError("expression", {
        what: `${of.head} has no matrix`,
        expected: "sums, products, powers, commutators, exponentials and integrals",
        remedy: "Replace it by a letter of its own",
      });
  }
};
