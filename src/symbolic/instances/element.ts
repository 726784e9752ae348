/**
 * The functions that identities are tried on: sums of P(z) exp(−½ zᵀAz + bᵀz) ∏ δ^{(α)}(u(z)), P a polynomial and u linear.
 * They are closed under + and ×, derivatives, linear changes of variables and integrals over any of the variables.
 */

/** δ^{(order)}(Σ form_k z_k + shift). */
export interface LinearDelta {
  readonly form: Float64Array;
  readonly shift: number;
  readonly order: number;
}

/** A polynomial: the exponents of all variables as the characters of a key → the coefficient. */
export type Polynomial = ReadonlyMap<string, number>;

/** P(z) exp(−½ zᵀAz + bᵀz) ∏ δ. */
export interface Piece {
  readonly A: Float64Array;
  readonly b: Float64Array;
  readonly polynomial: Polynomial;
  readonly deltas: readonly LinearDelta[];
}

/** A sum of pieces over one set of n variables. */
export interface Element {
  readonly n: number;
  readonly pieces: readonly Piece[];
}

const zeros = new Map<number, string>();
/** The key of the constant monomial. */
export const unitKey = (n: number): string => {
  if (!zeros.has(n)) zeros.set(n, "\0".repeat(n));
  return zeros.get(n)!;
};

/** The key with one exponent changed. */
export const shifted = (key: string, k: number, by: number): string =>
  key.slice(0, k) + String.fromCharCode(key.charCodeAt(k) + by) + key.slice(k + 1);

const pure = (n: number, polynomial: Polynomial): Element => ({
  n,
  pieces: polynomial.size === 0 ? [] : [{ A: new Float64Array(n * n), b: new Float64Array(n), polynomial, deltas: [] }],
});

/** The constant c. */
export const constant = (n: number, c: number): Element => pure(n, c === 0 ? new Map() : new Map([[unitKey(n), c]]));

/** Σ form_k z_k + shift. */
export const linear = (n: number, form: ArrayLike<number>, shift = 0): Element => {
  const polynomial = new Map<string, number>();
  if (shift !== 0) polynomial.set(unitKey(n), shift);
  for (let k = 0; k < form.length; k++) if (form[k] !== 0) polynomial.set(shifted(unitKey(n), k, 1), form[k]!);
  return pure(n, polynomial);
};

/** z_k + shift. */
export const variable = (n: number, k: number, shift = 0): Element => {
  const form = new Float64Array(n);
  form[k] = 1;
  return linear(n, form, shift);
};

const rounded = (of: ArrayLike<number>): string => Array.from(of, (x) => Math.round(x * 1e9)).join();
const kindOf = ({ A, b, deltas }: Piece): string =>
  `${rounded(A)};${rounded(b)};${deltas
    .map(({ form, shift, order }) => `${rounded(form)}:${Math.round(shift * 1e9)}:${order}`)
    .sort()
    .join("|")}`;

const addedAll = (all: readonly Polynomial[]): Polynomial => {
  const sum = new Map(all[0]);
  for (const other of all.slice(1)) for (const [key, c] of other) sum.set(key, (sum.get(key) ?? 0) + c);
  return sum;
};
const added = (a: Polynomial, b: Polynomial): Polynomial => addedAll([a, b]);

/** Pieces with one exponential put together. */
const merged = (n: number, pieces: readonly Piece[]): Element => {
  if (pieces.length < 2) return { n, pieces };
  const kinds = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const kind = kindOf(piece);
    const alike = kinds.get(kind);
    if (alike) alike.push(piece);
    else kinds.set(kind, [piece]);
  }
  return {
    n,
    pieces: [...kinds.values()].map((alike) =>
      alike.length === 1
        ? alike[0]!
        : { ...alike[0]!, polynomial: addedAll(alike.map(({ polynomial }) => polynomial)) },
    ),
  };
};

/** The sum of elements. */
export const add = (...all: readonly Element[]): Element =>
  merged(
    all[0]!.n,
    all.flatMap(({ pieces }) => pieces),
  );

/** c times an element. */
export const scale = (of: Element, c: number): Element => ({
  ...of,
  pieces:
    c === 0
      ? []
      : of.pieces.map((piece) => ({
          ...piece,
          polynomial: new Map([...piece.polynomial].map(([key, a]) => [key, a * c])),
        })),
});

/** The key of the product of two monomials. */
export const summed = (a: string, b: string): string => {
  let key = "";
  for (let k = 0; k < a.length; k++) key += String.fromCharCode(a.charCodeAt(k) + b.charCodeAt(k));
  return key;
};

/** The product of two polynomials. */
export const multiplied = (a: Polynomial, b: Polynomial): Polynomial => {
  const product = new Map<string, number>();
  for (const [x, c] of a)
    for (const [y, d] of b) {
      const key = summed(x, y);
      product.set(key, (product.get(key) ?? 0) + c * d);
    }
  return product;
};

/** The product of two elements. */
export const multiply = (a: Element, b: Element): Element =>
  merged(
    a.n,
    a.pieces.flatMap((x) =>
      b.pieces.map((y) => ({
        A: x.A.map((value, k) => value + y.A[k]!),
        b: x.b.map((value, k) => value + y.b[k]!),
        polynomial: multiplied(x.polynomial, y.polynomial),
        deltas: [...x.deltas, ...y.deltas],
      })),
    ),
  );

const slope = (polynomial: Polynomial, k: number): Polynomial =>
  new Map(
    [...polynomial].flatMap(([key, c]) => {
      const e = key.charCodeAt(k);
      return e === 0 ? [] : [[shifted(key, k, -1), c * e] as const];
    }),
  );

/** ∂/∂z_k. */
export const differentiate = (of: Element, k: number): Element => {
  const { n } = of;
  return merged(
    n,
    of.pieces.flatMap((piece) => {
      const inner = linear(
        n,
        piece.A.subarray(k * n, (k + 1) * n).map((a) => -a),
        piece.b[k],
      ).pieces[0]?.polynomial;
      const smooth = added(slope(piece.polynomial, k), inner ? multiplied(piece.polynomial, inner) : new Map());
      const sharp = piece.deltas.flatMap((delta, at) =>
        delta.form[k] === 0
          ? []
          : [
              {
                ...piece,
                polynomial: new Map([...piece.polynomial].map(([key, c]) => [key, c * delta.form[k]!])),
                deltas: piece.deltas.map((each, i) => (i === at ? { ...each, order: each.order + 1 } : each)),
              },
            ],
      );
      return [...(smooth.size > 0 ? [{ ...piece, polynomial: smooth }] : []), ...sharp];
    }),
  );
};

/** The value at a point. Deltas must have been integrated away. */
export const valueAt = (of: Element, z: Float64Array): number => {
  const { n } = of;
  return of.pieces.reduce((sum, { A, b, polynomial }) => {
    let exponent = 0;
    for (let i = 0; i < n; i++) {
      exponent += b[i]! * z[i]!;
      for (let j = 0; j < n; j++) exponent -= 0.5 * A[i * n + j]! * z[i]! * z[j]!;
    }
    let value = 0;
    for (const [key, c] of polynomial) {
      let monomial = c;
      for (let k = 0; k < n; k++) for (let e = key.charCodeAt(k); e > 0; e--) monomial *= z[k]!;
      value += monomial;
    }
    return sum + value * Math.exp(exponent);
  }, 0);
};
