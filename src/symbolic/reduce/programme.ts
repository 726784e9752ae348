import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { expand, inverse, type Monomial, powerOf, productOf } from "../monomials/monomial.js";
import { number, one, over, power, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import type { Dictionary } from "./fold.js";
import { isOdd } from "./odd.js";
import type { Motion } from "./velocity.js";
import { bodyOf, epsilon, force, momentum, type Named, position } from "./vocabulary.js";

/** What is slow, and how large things are. */
export interface Scaling {
  /**
   * The slow variables. "R" and "P" are centre of mass and momentum of the nanoparticle, "R_1", "P_1", "R_2" … those of
   * several equal components; any other variable comes with its formula in the coordinates.
   */
  readonly slow: readonly (string | { readonly name: string; readonly formula: Term })[];
  /**
   * The order of magnitude of quantities as a power of ε: { m: −1, P: −1/2, R: −1/2, f: 1/2 }. What is not listed is of order
   * one, but for the mass m of the body, which is m̂/ε. A slow variable of order −k is scaled: Φ = ε^k R, Π = ε^k P.
   */
  readonly order?: Readonly<Record<string, number | string>>;
  /** Phase functions, or sums that are constants, to be called by a name where they turn up. */
  readonly names?: readonly Named[];
  /** Ẋ of coordinates that are not positions and momenta of atoms, or that move otherwise. */
  readonly motion?: readonly { readonly coordinate: Term; readonly rate: Term }[];
  /** Phase functions of which nothing is known but that they change on the time of the atoms. */
  readonly fast?: readonly Term[];
  /** Names of numbers that do not move. */
  readonly constants?: readonly string[];
  /** Names of coordinates that change sign when time runs backwards, beside the momenta of atoms. */
  readonly odd?: readonly string[];
}

/** A slow variable X, scaled to be of order one. */
export interface SlowVariable {
  readonly symbol: Term;
  readonly formula: Term;
  /** Whether it stays as it is when time runs backwards. */
  readonly even: boolean;
}

/** A scaling with every name resolved. */
export interface Programme {
  readonly scaling: Scaling;
  readonly slow: readonly SlowVariable[];
  /** What has a name, as the coordinates have it, and what the name means once it is scaled to be of order one. */
  readonly named: readonly (Named & { readonly meaning: Term })[];
  /** The indicators θᵢ of the bodies. */
  readonly bodies: readonly Term[];
  readonly dictionary: Dictionary;
  readonly motion: Motion;
  readonly odd: ReadonlySet<string>;
}

const plain = ({ name, parts, subscripts }: Term): string =>
  subscripts ? `${name}_${parts[0]!.value?.toFraction() ?? parts[0]!.name}` : name;

const greek: Readonly<Record<string, string>> = { R: "Φ", P: "Π" };

const orderOf = (name: string, given: Scaling["order"]): Fraction => {
  const [family = name] = name.split("_");
  return new Fraction(given?.[name] ?? given?.[family] ?? (family === "m" ? -1 : 0));
};

const scaled = ({ symbol: of, formula }: Named, order: Fraction): Named => {
  if (order.equals(0)) return { symbol: of, formula };
  const subscript = of.subscripts ? of.parts[0] : undefined;
  const name = greek[of.name] ?? `${of.name}̄`;
  return { symbol: symbol(name, of.rank, { subscript }), formula: ofOrder(formula, order) };
};

const slowVariable = (given: Scaling["slow"][number], order: Scaling["order"]): Named => {
  if (typeof given !== "string") {
    const of = { symbol: symbol(given.name, given.formula.rank), formula: given.formula };
    return scaled(of, orderOf(given.name, order));
  }
  const body = bodyOf(given);
  if (!body) {
    throw new PhysicsError("parameter", {
      what: `The slow variable ${given} is not known`,
      expected: '"R" or "P", with _1, _2 … for components, or { name, formula }',
      remedy: `Give its formula: { name: "${given}", formula: … }`,
    });
  }
  return scaled(given.startsWith("R") ? body.R : body.P, orderOf(given, order));
};

const moving = ({ powers }: Monomial, motion: Motion): Term | undefined =>
  [...powers.values()].find(({ base }) => motion(base) !== undefined)?.base;

/** From name = c · what, the entry what → ε^order name/c. */
const entry = (
  name: Term,
  formula: Term,
  motion: Motion,
  order = new Fraction(0),
): readonly (readonly [string, Monomial])[] => {
  const [alone, ...others] = expand(formula);
  if (!alone || others.length > 0) return [];
  const coordinate = alone.core.key === one.key ? moving(alone, motion) : alone.core;
  if (!coordinate || coordinate.key === name.key) return [];
  const powers = new Map([...alone.powers].filter(([key]) => key !== coordinate.key));
  const before = inverse({ ...alone, powers, core: one });
  return [[coordinate.key, productOf(productOf(powerOf(epsilon, order), before), expand(name)[0]!)]];
};

/** ṙᵢ = pᵢ/mᵢ, ṗᵢ = Fᵢ, and that forces change on the time of the atoms. */
const newton: Motion = ({ name, rank, parts: [subscript] }) => {
  const of = (letter: string, r: number) => symbol(letter, r, { subscript });
  if (rank === 1 && name === position.name) return over(of("p", 1), of("m", 0));
  if (rank === 1 && name === momentum.name) return of("F", 1);
  return rank === 1 && name === force.name ? of("Ḟ", 1) : undefined;
};

/** Ẋ of what is only known to be fast: a name that is no constant. */
const unknownRate = (of: Term): Term =>
  symbol(`${of.name}̇`, of.rank, { subscript: of.subscripts ? of.parts[0] : undefined });

const motionOf = ({ motion = [], fast = [] }: Scaling): Motion => {
  const all = [...motion, ...fast.map((coordinate) => ({ coordinate, rate: unknownRate(coordinate) }))];
  const rates = new Map(all.map(({ coordinate, rate }) => [coordinate.key, rate]));
  return (coordinate) => rates.get(coordinate.key) ?? newton(coordinate);
};

/** ĉ. */
const hatted = (name: string): Term => symbol(`${name}̂`);

/** ε^{−k} A of an A of order ε^k. */
const ofOrder = (of: Term, order: Fraction): Term =>
  order.equals(0) ? of : times(power(epsilon, number(order.neg())), of);

/** c = ε^k ĉ of the names of constants. */
const constants = (
  order: NonNullable<Scaling["order"]>,
  others: ReadonlySet<string>,
): readonly (readonly [string, Monomial])[] =>
  Object.entries(order)
    .filter(([name]) => !others.has(name.split("_")[0]!))
    .map(([name, k]) => {
      const number = powerOf(hatted(name), new Fraction(1));
      return [symbol(name).key, productOf(powerOf(epsilon, new Fraction(k)), number)] as const;
    });

/** Every name resolved, and how each of them is worth the others. @throws PhysicsError "parameter" for an unknown name */
export const programme = (scaling: Scaling): Programme => {
  const { slow, order, names = [], odd: oddNames = [] } = scaling;
  const motion = motionOf(scaling);
  const odd = new Set(["p", ...oddNames]);
  const variables = slow.map((each) => slowVariable(each, order));
  const bodies = slow.flatMap((each) => (typeof each === "string" ? [bodyOf(each)!] : []));
  const all = [...bodies.flatMap(({ P, f }) => [P, f]), ...names];
  const named = [...new Map(all.map((each) => [each.symbol.key, each])).values()];
  const byHand = (name: Term) => orderOf(plain(name), order);
  const isConstant = ({ symbol: name }: Named) => scaling.constants?.includes(plain(name)) === true;
  const [sums, phases] = [named.filter(isConstant), named.filter((each) => !isConstant(each))];
  const dictionary = new Map([
    ...phases.flatMap(({ symbol: name, formula }) => entry(name, formula, motion, byHand(name))),
    ...[...bodies.map(({ m }) => m), ...sums].flatMap(({ symbol: name, formula }) => entry(name, formula, motion)),
    ...variables.flatMap(({ symbol: name, formula }) => entry(name, formula, motion)),
    ...constants(
      { m: -1, ...order },
      new Set([...phases, ...variables].map(({ symbol: name }) => name.name).concat("R", "P", "f")),
    ),
  ]);
  const slowOnes = variables.map((each) => ({
    ...each,
    even: expand(each.formula).every((part) => isOdd(part, odd) === false),
  }));
  const meanings = [
    ...phases.map((each) => ({ ...each, meaning: ofOrder(each.formula, byHand(each.symbol)) })),
    ...sums.flatMap(({ symbol: name, formula }) => [
      { symbol: name, formula, meaning: formula },
      { symbol: hatted(name.name), formula, meaning: ofOrder(formula, byHand(name)) },
    ]),
  ];
  return {
    ...{ scaling, slow: slowOnes, named: meanings, dictionary, motion, odd },
    bodies: [...new Map(bodies.map(({ theta }) => [theta.key, theta])).values()],
  };
};
