import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import { expand } from "../monomials/monomial.js";
import { parse } from "../notation/parse.js";
import { symbol } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import { dictionaryOf, ownCoordinates } from "./dictionary.js";
import type { Problem } from "./problem.js";
import type { Scaling } from "./programme.js";
import { bodyOf, epsilon } from "./vocabulary.js";

type Orders = Readonly<Record<string, Fraction>>;

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

const familyOf = (name: string): string => name.replace(/_.*$/u, "");

const fraction = (name: string, value: number | string): Fraction => {
  try {
    return new Fraction(value);
  } catch {
    return refuse(
      `The order of ${name} is ${value}`,
      "a power of ε: a number, or a fraction as text",
      'Write 0 or "-1/2"',
    );
  }
};

const nameOf = (of: Problem["slow"][number]): string => (typeof of === "string" ? of : of.name);

const refuseTwice = (slow: Problem["slow"]): void => {
  const names = slow.map((each) => nameOf(each).normalize("NFD"));
  const twice = names.find((name, k) => names.indexOf(name) < k);
  if (twice !== undefined)
    refuse(`The slow variable ${twice} is given twice`, "each slow variable once", "Leave out the second");
};

/** ε^k m̂ as k. */
const orderOfMass = (body: string, formula: string, declarations: Declarations): Fraction => {
  const [alone, ...others] = expand(parse(formula, declarations));
  const order = alone?.powers.get(epsilon.key)?.exponent ?? new Fraction(0);
  const rest = [...(alone?.powers.values() ?? [])].filter(({ base }) => base.key !== epsilon.key);
  const isMass = rest.length === 1 && ["m", "m̂"].includes(rest[0]!.base.name) && rest[0]!.exponent.equals(1);
  return alone && others.length === 0 && isMass && alone.coefficient.equals(1)
    ? order
    : refuse(`The mass of ${body} is ${formula}`, "a mass m times a power of ε", 'Write "m/epsilon"');
};

/** The one order of the masses of all bodies. */
const massOrder = ({ mass = {}, slow }: Problem, declarations: Declarations): Orders => {
  const orders = Object.entries(mass).map(([body, formula]) => {
    if (!bodyOf(body) || !slow.some((each) => nameOf(each) === body))
      refuse(
        `${body} has a mass and is no slow body`,
        `one of ${slow.map(nameOf).join(", ")}`,
        "Say how large other masses are by `order`",
      );
    return orderOfMass(body, formula, declarations);
  });
  if (orders.some((each) => !each.equals(orders[0]!)))
    refuse("The masses of the bodies differ in order", "one power of ε for all", "Give them motions of their own");
  return orders[0] ? { m: orders[0] } : {};
};

/** The names whose orders mean something, and those that would be of another order than what they are made of. */
const orders = (problem: Problem, declarations: Declarations): Orders => {
  const { order = {}, slow, constants = [], names = {} } = problem;
  const slowOnes = slow.map((each) => familyOf(nameOf(each)));
  const known = new Set(["R", "P", "f", "m", ...slowOnes, ...constants, ...Object.keys(names)]);
  const given = Object.entries(order).map(([name, value]) => {
    const plain = name === "force" ? "f" : name;
    if (!known.has(familyOf(plain)) && !fraction(name, value).equals(0))
      refuse(
        `The order of ${name} is given`,
        `orders of ${[...known].join(", ")}`,
        `Show the power of ε in the formulas where ${name} stands`,
      );
    return [plain, fraction(name, value)] as const;
  });
  const fromMass = massOrder(problem, declarations);
  const all = Object.fromEntries(given.filter(([name, value]) => name === "m" || !value.equals(0)));
  if (fromMass.m && all.m && !fromMass.m.equals(all.m))
    refuse("The order of m contradicts the mass", "one of the two", "Leave out `order: { m }`");
  return { ...all, ...fromMass };
};

const isCoordinate = (name: string, problem: Problem): boolean => ownCoordinates(problem).includes(name);

const slowOf = (of: Problem["slow"][number], problem: Problem, declarations: Declarations): Scaling["slow"][number] => {
  if (typeof of !== "string") return { name: of.name, formula: parse(of.formula, declarations) };
  return isCoordinate(of, problem) ? { name: of, formula: parse(of, declarations) } : of;
};

/** A problem with its texts read. @throws PhysicsError "expression" that points into a formula, "parameter" for names and orders that do not fit */
export const scalingOf = (problem: Problem): Scaling => {
  const declarations = dictionaryOf(problem);
  const { slow, motion = {}, fast = [], names = {}, odd = [], constants = [] } = problem;
  if (slow.length === 0) refuse("No variable is slow", "at least one", 'Write slow: ["R"]');
  refuseTwice(slow);
  const read = (text: string) => parse(text, declarations);
  return {
    slow: slow.map((each) => slowOf(each, problem, declarations)),
    order: Object.fromEntries(
      Object.entries(orders(problem, declarations)).map(([name, value]) => [name, value.toFraction()]),
    ),
    motion: Object.entries(motion).map(([coordinate, rate]) => ({ coordinate: read(coordinate), rate: read(rate) })),
    fast: fast.map(read),
    constants,
    names: Object.entries(names).map(([name, formula]) => {
      const meaning = read(formula);
      return { symbol: symbol(name, meaning.rank), formula: meaning };
    }),
    odd: odd.map(familyOf),
  };
};
