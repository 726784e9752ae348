import { type Element, linear, multiplied, type Piece, type Polynomial, shifted, summed, unitKey } from "./element.js";

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

/** Whether a map leaves a variable as it is. */
const isKept = ({ S, s }: Affine, k: number, n: number): boolean => {
  if (s[k] !== 0) return false;
  for (let j = 0; j < n; j++) if (S[k * n + j] !== (j === k ? 1 : 0)) return false;
  return true;
};

/** Monomials by what a map changes in them: the changed factor → [the factor that stays, the coefficient]. */
const sorted = (polynomial: Polynomial, kept: readonly boolean[]): ReadonlyMap<string, [string, number][]> => {
  const groups = new Map<string, [string, number][]>();
  for (const [key, c] of polynomial) {
    let [changed, still] = ["", ""];
    for (let k = 0; k < key.length; k++) {
      changed += kept[k] ? "\0" : key[k];
      still += kept[k] ? key[k] : "\0";
    }
    const group = groups.get(changed);
    if (group) group.push([still, c]);
    else groups.set(changed, [[still, c]]);
  }
  return groups;
};

/** A polynomial of S z′ + s as one of z′. */
export const composed = (polynomial: Polynomial, map: Affine, n: number): Polynomial => {
  const forms = Array.from(
    { length: n },
    (_, k): Polynomial => linear(n, map.S.subarray(k * n, (k + 1) * n), map.s[k]!).pieces[0]?.polynomial ?? new Map(),
  );
  const known = new Map<string, Polynomial>([[unitKey(n), new Map([[unitKey(n), 1]])]]);
  const expanded = (key: string): Polynomial => {
    const before = known.get(key);
    if (before) return before;
    const k = [...key].findIndex((letter) => letter !== "\0");
    const product = multiplied(expanded(shifted(key, k, -1)), forms[k]!);
    known.set(key, product);
    return product;
  };
  const result = new Map<string, number>();
  const kept = forms.map((_, k) => isKept(map, k, n));
  for (const [changed, group] of sorted(polynomial, kept))
    for (const [monomial, a] of expanded(changed))
      for (const [still, c] of group) {
        const key = summed(monomial, still);
        result.set(key, (result.get(key) ?? 0) + a * c);
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

/** Makes a map set the variables from `at` on to linear functions Σ form_k z_k + shift, one for each direction. */
export const setTo = (
  map: Affine,
  n: number,
  at: number,
  to: readonly { readonly form: Float64Array; readonly shift: number }[],
): void => {
  for (const [c, { form, shift }] of to.entries()) {
    map.S.set(form, (at + c) * n);
    map.s[at + c] = shift;
  }
};
