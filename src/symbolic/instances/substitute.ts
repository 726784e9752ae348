import { constant, type Element, linear, multiplied, type Piece, type Polynomial } from "./element.js";

/** z = S z′ + s: S by rows, s a shift. */
export interface Affine {
  readonly S: Float64Array;
  readonly s: Float64Array;
}

/** z = z′. */
export const identity = (n: number): Affine => {
  const S = new Float64Array(n * n);
  for (let k = 0; k < n; k++) S[k * n + k] = 1;
  return { S, s: new Float64Array(n) };
};

/** A polynomial of S z′ + s as one of z′. */
export const composed = (polynomial: Polynomial, { S, s }: Affine, n: number): Polynomial => {
  const forms = Array.from(
    { length: n },
    (_, k) => linear(n, S.subarray(k * n, (k + 1) * n), s[k]!).pieces[0]?.polynomial,
  );
  const one = constant(n, 1).pieces[0]!.polynomial;
  const result = new Map<string, number>();
  for (const [key, c] of polynomial) {
    let product: Polynomial | undefined = one;
    for (let k = 0; k < n && product; k++)
      for (let e = key.charCodeAt(k); e > 0 && product; e--) {
        const form = forms[k];
        product = form && (product === one ? form : multiplied(product, form));
      }
    for (const [monomial, a] of product ?? []) result.set(monomial, (result.get(monomial) ?? 0) + a * c);
  }
  return result;
};

const moved = (piece: Piece, map: Affine, n: number): Piece => {
  const { S, s } = map;
  const AS = new Float64Array(n * n);
  const As = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const a = piece.A[i * n + k]!;
      if (a === 0) continue;
      As[i]! += a * s[k]!;
      for (let j = 0; j < n; j++) AS[i * n + j]! += a * S[k * n + j]!;
    }
  const A = new Float64Array(n * n);
  const b = new Float64Array(n);
  let front = 0;
  for (let i = 0; i < n; i++) {
    front += piece.b[i]! * s[i]! - 0.5 * s[i]! * As[i]!;
    for (let j = 0; j < n; j++) {
      const u = S[i * n + j]!;
      if (u === 0) continue;
      b[j]! += u * (piece.b[i]! - As[i]!);
      for (let k = 0; k < n; k++) A[j * n + k]! += u * AS[i * n + k]!;
    }
  }
  const factor = Math.exp(front);
  const polynomial = new Map([...composed(piece.polynomial, map, n)].map(([key, c]) => [key, c * factor]));
  const deltas = piece.deltas.map(({ form, shift, order }) => {
    const out = new Float64Array(n);
    let constantPart = shift;
    for (let i = 0; i < n; i++) {
      constantPart += form[i]! * s[i]!;
      for (let j = 0; j < n; j++) out[j]! += form[i]! * S[i * n + j]!;
    }
    return { form: out, shift: constantPart, order };
  });
  return { A, b, polynomial, deltas };
};

/** The element at S z′ + s, as a function of z′. */
export const substitute = (of: Element, map: Affine): Element => ({
  n: of.n,
  pieces: of.pieces.map((piece) => moved(piece, map, of.n)),
});

/** The element with variables set to numbers. */
export const fix = (of: Element, variables: readonly number[], value = 0): Element => {
  const map = identity(of.n);
  for (const k of variables) {
    map.S[k * of.n + k] = 0;
    map.s[k] = value;
  }
  return substitute(of, map);
};
