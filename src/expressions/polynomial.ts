/** Polynomials as maps from monomials to coefficients; they bring a derivative to the form that one would write by hand. */

import type { ConstantNode, MathNode, OperatorNode, SymbolNode } from "mathjs";

/** Names and their powers, sorted: [["h", 1], ["x", 2]] for h x². */
export type Monomial = readonly (readonly [name: string, power: number])[];
export type Polynomial = ReadonlyMap<string, { readonly monomial: Monomial; readonly coefficient: number }>;

const monomialTimes = (a: Monomial, b: Monomial): Monomial => {
  const powers = new Map(a);
  for (const [name, power] of b) powers.set(name, (powers.get(name) ?? 0) + power);
  return [...powers].sort(([left], [right]) => (left < right ? -1 : 1));
};

const collect = (terms: Iterable<{ monomial: Monomial; coefficient: number }>): Polynomial => {
  const sum = new Map<string, { monomial: Monomial; coefficient: number }>();
  for (const { monomial, coefficient } of terms) {
    const key = JSON.stringify(monomial);
    sum.set(key, { monomial, coefficient: (sum.get(key)?.coefficient ?? 0) + coefficient });
  }
  return new Map([...sum].filter(([, { coefficient }]) => coefficient !== 0));
};

const times = (a: Polynomial, b: Polynomial): Polynomial =>
  collect(
    [...a.values()].flatMap((left) =>
      [...b.values()].map((right) => ({
        monomial: monomialTimes(left.monomial, right.monomial),
        coefficient: left.coefficient * right.coefficient,
      })),
    ),
  );

const constant = (value: number): Polynomial => collect([{ monomial: [], coefficient: value }]);

/** The number that a polynomial is, if it is one. */
const numberOf = (p: Polynomial): number | undefined =>
  p.size === 0 ? 0 : p.size === 1 ? p.get("[]")?.coefficient : undefined;

const combine = (fn: string, parts: readonly Polynomial[]): Polynomial | undefined => {
  const [a, b] = parts;
  if (fn === "add") return collect(parts.flatMap((part) => [...part.values()]));
  if (fn === "multiply") return parts.reduce(times);
  if (fn === "unaryPlus") return a;
  if (fn === "unaryMinus") return times(constant(-1), a);
  if (fn === "subtract") return collect([...a.values(), ...times(constant(-1), b).values()]);
  const number = numberOf(b);
  if (fn === "divide" && number) return times(constant(1 / number), a);
  if (fn === "pow" && number !== undefined && Number.isInteger(number) && number >= 0 && number <= 12)
    return Array.from({ length: number }, () => a).reduce(times, constant(1));
  return undefined;
};

/** The polynomial that a tree is, in all its names; undefined where it holds functions, negative powers, or division by names. */
export const polynomialOf = (tree: MathNode): Polynomial | undefined => {
  if (tree.type === "ConstantNode") return constant((tree as ConstantNode).value as number);
  if (tree.type === "SymbolNode") return collect([{ monomial: [[(tree as SymbolNode).name, 1]], coefficient: 1 }]);
  if (tree.type === "ParenthesisNode") return polynomialOf((tree as unknown as { content: MathNode }).content);
  if (tree.type !== "OperatorNode") return undefined;
  const { fn, args } = tree as OperatorNode;
  const parts = args.map(polynomialOf);
  return parts.every((part) => part !== undefined) ? combine(fn as string, parts) : undefined;
};

/** A polynomial as text, highest power of the variables first. */
export const polynomialText = (p: Polynomial, variables: readonly string[]): string => {
  const degree = (monomial: Monomial) =>
    monomial.reduce((sum, [name, power]) => sum + (variables.includes(name) ? power : 0), 0);
  const terms = [...p.values()].sort((a, b) => degree(b.monomial) - degree(a.monomial));
  const text = terms.map(({ monomial, coefficient }) => {
    const factors = monomial.map(([name, power]) => (power === 1 ? name : `${name}^${power}`));
    return `(${[coefficient, ...factors].join("*")})`;
  });
  return text.join("+") || "0";
};
