import { PhysicsError } from "../../errors.js";
import { constant, type Element, multiply, shifted, unitKey } from "./element.js";

const beyond = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what,
    expected: "exponentials of quadratic polynomials, and logarithms, roots and reciprocals of pure Gaussians",
    remedy: "Certify the statement by rules, or by simulation",
  });
};

const smooth = ({ pieces }: Element): boolean =>
  pieces.every(
    ({ A, b, deltas }) =>
      deltas.length === 0 && A.every((x) => Math.abs(x) < 1e-12) && b.every((x) => Math.abs(x) < 1e-12),
  );

/** A polynomial of first degree as its slopes and its value at 0. */
export const affineForm = (of: Element, n: number): { readonly form: Float64Array; readonly shift: number } => {
  if (!smooth(of)) beyond("A quantity that must be linear holds a Gaussian");
  const form = new Float64Array(n);
  let shift = 0;
  for (const { polynomial } of of.pieces)
    for (const [key, c] of polynomial) {
      const degree = [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
      if (degree === 0) shift += c;
      else if (degree === 1) form[[...key].findIndex((letter) => letter !== "\0")]! += c;
      else if (Math.abs(c) > 1e-12) beyond("A quantity that must be linear is not");
    }
  return { form, shift };
};

/** exp of a polynomial of second degree. */
export const exponential = (of: Element): Element => {
  const { n } = of;
  if (!smooth(of)) return beyond("The exponent is no polynomial");
  const A = new Float64Array(n * n);
  const b = new Float64Array(n);
  let front = 0;
  for (const { polynomial } of of.pieces)
    for (const [key, c] of polynomial) {
      const variables = [...key].flatMap((letter, k) => Array<number>(letter.charCodeAt(0)).fill(k));
      const [i, j] = variables;
      if (variables.length === 0) front += c;
      else if (variables.length === 1) b[i!]! += c;
      else if (variables.length === 2) {
        A[i! * n + j!]! -= c;
        A[j! * n + i!]! -= c;
      } else if (Math.abs(c) > 1e-12) beyond("The exponent is of higher than second degree");
    }
  return { n, pieces: [{ A, b, polynomial: new Map([[unitKey(n), Math.exp(front)]]), deltas: [] }] };
};

/** Refuses the reciprocal of a δ and of what is 0 everywhere, which mean nothing. */
const invertible = ({ pieces }: Element): void => {
  const isZero = pieces.every(({ polynomial }) => [...polynomial.values()].every((c) => c === 0));
  if (!isZero && pieces.every(({ deltas }) => deltas.length === 0)) return;
  throw new PhysicsError("expression", {
    what: isZero ? "A division by 0" : "A reciprocal, root or logarithm of δ",
    expected: "a function that is not 0",
    remedy: "Look whether the factor belongs there",
  });
};

const pureGaussian = (of: Element, verb: string) => {
  invertible(of);
  const [piece, ...others] = of.pieces;
  const [term, ...more] = [...(piece?.polynomial ?? [])].filter(
    ([, c], _, all) => Math.abs(c) > 1e-13 * Math.max(...all.map(([, x]) => Math.abs(x))),
  );
  if (!piece || others.length > 0 || !term || more.length > 0 || term[0] !== unitKey(of.n))
    return beyond(`${verb} of something that is no pure Gaussian`);
  return { piece, front: term[1] };
};

/** ln of a pure Gaussian. */
export const logarithm = (of: Element): Element => {
  const { n } = of;
  const { piece, front } = pureGaussian(of, "The logarithm");
  if (front <= 0) return beyond("The logarithm of a negative number");
  const polynomial = new Map([[unitKey(n), Math.log(front)]]);
  for (let i = 0; i < n; i++) {
    if (piece.b[i] !== 0) polynomial.set(shifted(unitKey(n), i, 1), piece.b[i]!);
    for (let j = 0; j < n; j++) {
      const key = shifted(shifted(unitKey(n), i, 1), j, 1);
      if (piece.A[i * n + j] !== 0) polynomial.set(key, (polynomial.get(key) ?? 0) - 0.5 * piece.A[i * n + j]!);
    }
  }
  return { n, pieces: [{ A: new Float64Array(n * n), b: new Float64Array(n), polynomial, deltas: [] }] };
};

/** aᵉ: whole powers of anything, others of pure Gaussians. */
export const raised = (of: Element, exponent: number): Element => {
  if (Number.isInteger(exponent) && exponent >= 0) {
    let product = constant(of.n, 1);
    for (let k = 0; k < exponent; k++) product = multiply(product, of);
    return product;
  }
  const { piece, front } = pureGaussian(of, "A power");
  const value = front ** exponent;
  if (!Number.isFinite(value)) return beyond(`${front} to the power of ${exponent}`);
  return {
    n: of.n,
    pieces: [
      {
        A: piece.A.map((x) => x * exponent),
        b: piece.b.map((x) => x * exponent),
        polynomial: new Map([[unitKey(of.n), value]]),
        deltas: [],
      },
    ],
  };
};

/** δ of a linear function. */
export const sharp = (of: Element): Element => {
  const { n } = of;
  const { form, shift } = affineForm(of, n);
  return { n, pieces: constant(n, 1).pieces.map((piece) => ({ ...piece, deltas: [{ form, shift, order: 0 }] })) };
};
