import Fraction from "fraction.js";
import type { Factor, Monomial } from "./index-form.js";

type Powers = ReadonlyMap<string, number>;

const primesOf = (of: bigint): Powers => {
  const found = new Map<string, number>();
  const take = (prime: bigint) => found.set(String(prime), (found.get(String(prime)) ?? 0) + 1);
  let rest = of;
  for (let p = 2n; p * p <= rest; p++) for (; rest % p === 0n; rest /= p) take(p);
  if (rest > 1n) take(rest);
  return found;
};

const powerOf = (name: string, exponent: Fraction): Factor => ({ name, labels: [], within: [], exponent });

/** A positive number as powers of primes: 3/4 = 3 · 2⁻². */
export const primeFactors = ({ n, d }: Fraction): readonly Factor[] => [
  ...[...primesOf(n)].map(([prime, times]) => powerOf(prime, new Fraction(times))),
  ...[...primesOf(d)].map(([prime, times]) => powerOf(prime, new Fraction(-times))),
];

/** Whether a factor is a power of a prime number. */
export const isPrime = ({ name }: Factor): boolean => /^\d+$/.test(name);

const withRoot = (of: Monomial, prime: string, exponent: Fraction): Monomial => {
  const whole = exponent.floor();
  const rest = exponent.sub(whole);
  return {
    ...of,
    coefficient: of.coefficient.mul(new Fraction(prime).pow(whole)!),
    factors: rest.equals(0) ? of.factors : [...of.factors, powerOf(prime, rest)],
  };
};

const withUnit = (of: Monomial, exponent: Fraction): Monomial => {
  const quarters = ((Number(exponent.valueOf()) % 4) + 4) % 4;
  return {
    ...of,
    coefficient: quarters > 1 ? of.coefficient.neg() : of.coefficient,
    factors: quarters % 2 === 1 ? [...of.factors, powerOf("i", new Fraction(1))] : of.factors,
  };
};

const gathered = (of: Monomial, name: string): Monomial => {
  const [found, others] = [
    of.factors.filter((each) => each.name === name),
    of.factors.filter((each) => each.name !== name),
  ];
  const exponent = found.reduce((sum, each) => sum.add(each.exponent), new Fraction(0));
  if (name === "i" && exponent.d !== 1n) return of;
  return (name === "i" ? withUnit : (rest: Monomial, e: Fraction) => withRoot(rest, name, e))(
    { ...of, factors: others },
    exponent,
  );
};

/** A term with i² = −1, and with whole powers of primes taken into its coefficient: 2^{1/2} 2^{1/2} = 2. */
export const withNumbers = (of: Monomial): Monomial => {
  const names = new Set(of.factors.filter((each) => isPrime(each) || each.name === "i").map(({ name }) => name));
  return [...names].reduce(gathered, of);
};
