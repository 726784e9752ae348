/** A complex number. */
export type Complex = readonly [number, number];

/** A polynomial: a complex coefficient for each monomial, which is a sorted string with one character for each factor. */
export type Polynomial = ReadonlyMap<string, Complex>;

export const multiply = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
export const constant = (re: number, im = 0): Polynomial =>
  re === 0 && im === 0 ? new Map() : new Map([["", [re, im]]]);
export const variable = (v: string): Polynomial => new Map([[v, [1, 0]]]);
/** The coefficient of a monomial. */
export const coefficient = (of: Polynomial, monomial: string): Complex => of.get(monomial) ?? [0, 0];

const put = (into: Map<string, Complex>, monomial: string, [re, im]: Complex): void => {
  const [a, b] = into.get(monomial) ?? [0, 0];
  const sum: Complex = [a + re, b + im];
  if (sum[0] === 0 && sum[1] === 0) into.delete(monomial);
  else into.set(monomial, sum);
};

const merged = (a: string, b: string): string => {
  let [i, j, out] = [0, 0, ""];
  while (i < a.length && j < b.length) out += a[i]! <= b[j]! ? a[i++] : b[j++];
  return out + a.slice(i) + b.slice(j);
};

/** a + b. */
export const sum = (a: Polynomial, b: Polynomial): Polynomial => {
  const out = new Map(a);
  for (const [monomial, c] of b) put(out, monomial, c);
  return out;
};

/** a b. */
export const product = (a: Polynomial, b: Polynomial): Polynomial => {
  const out = new Map<string, Complex>();
  for (const [m, c] of a) for (const [n, e] of b) put(out, merged(m, n), multiply(c, e));
  return out;
};

export const scaled = (of: Polynomial, by: Complex): Polynomial => product(of, new Map([["", by]]));

/** aⁿ for n = 0, 1, 2, …. */
export const raised = (of: Polynomial, n: number): Polynomial => {
  let out = constant(1);
  for (let i = 0; i < n; i++) out = product(out, of);
  return out;
};

/** How often a variable stands in a monomial, and the monomial without it. */
export const parted = (monomial: string, v: string): readonly [number, string] => {
  const first = monomial.indexOf(v);
  if (first < 0) return [0, monomial];
  const last = monomial.lastIndexOf(v) + 1;
  return [last - first, monomial.slice(0, first) + monomial.slice(last)];
};

/** ∂a/∂v. */
export const derivative = (of: Polynomial, v: string): Polynomial => {
  const out = new Map<string, Complex>();
  for (const [monomial, c] of of) {
    const [n, rest] = parted(monomial, v);
    if (n > 0) put(out, merged(rest, v.repeat(n - 1)), [n * c[0], n * c[1]]);
  }
  return out;
};

/** The polynomial with polynomials in the place of variables, all at once. */
export const substituted = (of: Polynomial, by: ReadonlyMap<string, Polynomial>): Polynomial => {
  const out = new Map<string, Complex>();
  for (const [monomial, c] of of) {
    const kept = [...monomial].filter((v) => !by.has(v)).join("");
    const others = [...monomial].filter((v) => by.has(v));
    const grown = others.reduce((so, v) => product(so, by.get(v)!), new Map([[kept, c]]) as Polynomial);
    for (const [m, e] of grown) put(out, m, e);
  }
  return out;
};

/** The variables of a polynomial. */
export const variablesOf = (of: Polynomial): ReadonlySet<string> => new Set([...of.keys()].join(""));

/** The value at a point. */
export const valueAt = (of: Polynomial, point: (v: string) => number): Complex => {
  let [re, im] = [0, 0];
  for (const [monomial, c] of of) {
    let x = 1;
    for (const v of monomial) x *= point(v);
    re += c[0] * x;
    im += c[1] * x;
  }
  return [re, im];
};
