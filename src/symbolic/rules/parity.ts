import type { Grounds } from "../statements/interpreters.js";
import { isCoordinate } from "./dependence.js";
import type { Factor, Monomial, Sum } from "./index-form.js";
import { inComponents } from "./normal-form.js";

/** 1 of what stays as p → −p for all momenta, −1 of what changes its sign, undefined of what does neither, or may. */
export type Parity = 1 | -1 | undefined;

const product = (parities: readonly Parity[]): Parity =>
  parities.some((each) => each === undefined) ? undefined : (parities.reduce<number>((a, b) => a * b!, 1) as 1 | -1);

const common = (parities: readonly Parity[]): Parity =>
  parities.every((each) => each === parities[0]) ? parities[0] : undefined;

const even = (sum: Sum | undefined, parityOf: (of: Sum) => Parity): Parity =>
  sum && (sum.length === 0 || parityOf(sum) === 1) ? 1 : undefined;

/** The parity of sums under the reversal of all momenta; defined names have that of what they stand for. */
export const momentumParity = ({ declarations, definitions, equations }: Grounds, fresh: () => string) => {
  const open = new Set<string>();
  const defined = (name: string): Parity => {
    const found = [...definitions]
      .map((id) => equations.get(id))
      .find((each) => {
        const left = each?.left;
        return left?.head === "symbol" && `${left.name}${left.starred ? "*" : ""}` === name && left.subscripts === 0;
      });
    if (!found || open.has(name)) return undefined;
    open.add(name);
    const parity = ofSum(inComponents(found.right, declarations, fresh));
    open.delete(name);
    return parity;
  };
  const named = (name: string): Parity => {
    if (name === "p_") return -1;
    if (name === "r_" || name === "F_" || ["•", "#", "𝟏"].includes(name)) return 1;
    const plain =
      declarations.get(name) ??
      declarations.get(name.replace(/_.*/u, "_")) ??
      declarations.get(name.replace(/_.*/u, ""));
    if (plain && !plain.of.includes("Γ") && plain.role !== "phase") return 1;
    return plain && plain.of.length > 0 && !plain.of.includes("Γ") ? 1 : defined(name);
  };
  const whole = ({ name, within: [body, value] }: Factor): Parity => {
    if (!body) return named(name);
    if (name === "th" || name.startsWith("∫Γ")) return 1;
    if (/^(exp|ln)$/u.test(name) || /^δ/u.test(name)) return even(body, ofSum);
    if (name === "∫") return ofSum(body);
    if (name.startsWith("|")) return product([ofSum(body), even(value, ofSum)]);
    if (!name.startsWith("∂")) return undefined;
    return product([ofSum(body), isCoordinate(name.slice(1)) && name === "∂p" ? -1 : 1]);
  };
  const ofFactor = (of: Factor): Parity => {
    const parity = whole(of);
    if (parity !== -1) return parity;
    const power = of.exponent.valueOf();
    return Number.isInteger(power) ? (power % 2 === 0 ? 1 : -1) : undefined;
  };
  const ofMonomial = ({ factors }: Monomial): Parity => product(factors.map(ofFactor));
  const ofSum = (sum: Sum): Parity => common(sum.map(ofMonomial));
  return ofSum;
};
