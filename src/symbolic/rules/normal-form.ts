import Fraction from "fraction.js";
import { PhysicsError } from "../../errors.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { written } from "./canonical.js";
import { type By, differentiate } from "./differentiate.js";
import { bind, constant, factor, multiply, type Sum, single } from "./index-form.js";
import { integrated } from "./integrated.js";

interface Place {
  readonly declarations: Declarations;
  /** The labels that the indices of atoms have here. */
  readonly atoms: ReadonlyMap<string, string>;
  readonly fresh: () => string;
}

type Components = (directions: readonly string[]) => Sum;

const beyond = (of: Term): never => {
  throw new PhysicsError("expression", {
    what: `The normal form does not reach ${of.head} here`,
    expected: "sums, products, derivatives and integrals over phase space",
    remedy: "Rewrite this part by a rule first",
  });
};

const subscriptOf = (of: Term, place: Place): { readonly name: string; readonly atom: readonly string[] } => {
  const [subscript] = of.subscripts ? of.parts : [];
  if (!subscript) return { name: of.name, atom: [] };
  if (subscript.head === "symbol") return { name: of.name, atom: [place.atoms.get(subscript.name) ?? subscript.name] };
  return { name: `${of.name}_${subscript.value?.toFraction() ?? subscript.key}`, atom: [] };
};

const usual = (args: readonly Term[], of: readonly string[]): boolean =>
  args.every((arg) => arg.head === "symbol" && of.includes(arg.name) && (!arg.starred || arg.name.startsWith("Γ")));

const named = (of: Term, directions: readonly string[], place: Place): Sum => {
  const { name, atom } = subscriptOf(of, place);
  const args = of.parts.slice(of.subscripts);
  const declared = place.declarations.get(name) ?? place.declarations.get(of.name);
  const star = of.starred && declared?.role === "slow" ? "*" : "";
  const elsewhere = usual(args, declared?.of ?? []) ? "" : `(${args.map(({ key }) => key).join(",")})`;
  return single(factor(`${name}${atom.length ? "_" : ""}${star}${elsewhere}`, [...atom, ...directions]));
};

const raised = (of: Term, place: Place): Sum => {
  const [base, exponent] = of.parts as [Term, Term];
  const sum = components(base, place)([]);
  const power = exponent.head === "number" ? exponent.value! : undefined;
  const [only] = sum;
  if (power && sum.length === 1 && only!.bound.length === 0 && (power.d === 1n || only!.coefficient.equals(1)))
    return [
      {
        coefficient: only!.coefficient.pow(power) ?? new Fraction(1),
        factors: only!.factors.map((each) => ({ ...each, exponent: each.exponent.mul(power) })),
        bound: [],
      },
    ];
  return single(factor("^", [], [sum, components(exponent, place)([])]));
};

const overPhaseSpace = (of: Term, directions: readonly string[], place: Place): Sum =>
  integrated(components(of.parts[0]!, place)(directions), place.declarations, of.name === "Γ*" ? "∫Γ" : `∫${of.name}`);

const byOf = (variable: Term, directions: readonly string[], place: Place): By => {
  const { name, atom } = subscriptOf(variable, place);
  return { name, labels: [...atom, ...directions] };
};

const differential = (of: Term, operand: Components, place: Place): Components => {
  const [variable] = of.parts as [Term];
  const along = (directions: readonly string[], rest: readonly string[]) =>
    differentiate(operand(rest), byOf(variable, directions, place), place.declarations);
  if (of.head === "partial") return (all) => along(all.slice(0, variable.rank), all.slice(variable.rank));
  return (all) => {
    const summed = place.fresh();
    return bind(along([summed], [summed, ...all]), summed);
  };
};

/** The components of what an operator makes of an operand. */
const acted = (of: Term, operand: Components, place: Place): Components => {
  if (of.sort === "function") {
    const own = components(of, place);
    return (all) => multiply(own(all.slice(0, of.rank)), operand(all.slice(of.rank)));
  }
  if (of.head === "partial" || of.head === "divergence") return differential(of, operand, place);
  if (of.head === "plus") return (all) => of.parts.flatMap((part) => acted(part, operand, place)(all));
  if (of.head === "times") return of.parts.reduceRight<Components>((to, part) => acted(part, to, place), operand);
  if (of.head === "atoms") return summedOverAtoms(of, place, (body, within) => acted(body, operand, within));
  if (of.head === "dot")
    return (all) => {
      const [a, b] = of.parts as [Term, Term];
      const summed = place.fresh();
      const right: Components = (rest) => acted(b, operand, place)([summed, ...rest]);
      const left = a.rank - 1;
      const both = multiply(components(a, place)([...all.slice(0, left), summed]), right(all.slice(left)));
      return bind(both, summed);
    };
  if (of.head === "symbol") return (all) => single(factor(`${subscriptOf(of, place).name}`, [], [operand(all)]));
  return beyond(of);
};

const summedOverAtoms = (of: Term, place: Place, body: (part: Term, within: Place) => Components): Components => {
  const label = place.fresh();
  const within = { ...place, atoms: new Map([...place.atoms, [of.name, label]]) };
  return (all) => bind(body(of.parts[0]!, within)(all), label);
};

const contracted = (a: Term, b: Term, all: readonly string[], place: Place): Sum => {
  const summed = place.fresh();
  const left = a.rank - 1;
  return bind(
    multiply(components(a, place)([...all.slice(0, left), summed]), components(b, place)([summed, ...all.slice(left)])),
    summed,
  );
};

/** The components of a function, for labels of its directions. */
const components = (of: Term, place: Place): Components => {
  const [a, b] = of.parts as [Term, Term];
  const part = (each: Term, all: readonly string[]) => components(each, place)(all);
  const split = (all: readonly string[]) => multiply(part(a, all.slice(0, a.rank)), part(b, all.slice(a.rank)));
  const product = (all: readonly string[]) =>
    of.parts.reduce<Sum>((sum, each) => multiply(sum, part(each, each.rank ? all : [])), constant(1));
  switch (of.head) {
    case "number":
      return () => constant(of.value!);
    case "symbol":
      return (all) => named(of, all, place);
    case "plus":
      return (all) => of.parts.flatMap((each) => part(each, all));
    case "times":
      return product;
    case "power":
      return () => raised(of, place);
    case "dot":
      return (all) => contracted(a, b, all, place);
    case "outer":
      return split;
    case "exp":
    case "ln":
      return () => single(factor(of.head, [], [part(a, [])]));
    case "delta":
      return () => single(factor(`δ${a.rank}`, a.rank ? ["·"] : [], [part(a, a.rank ? ["·"] : [])]));
    case "average":
      return (all) => single(factor("th", [], [part(a, all)]));
    case "apply":
      return (all) => acted(a, components(b, place), place)(all);
    case "atoms":
      return summedOverAtoms(of, place, components);
    case "phase":
      return (all) => overPhaseSpace(of, all, place);
    default:
      return beyond(of);
  }
};

/** Labels that differ from one another. */
export const labels = (): (() => string) => {
  let used = 0;
  return () => `~${used++}`;
};

/** A term in components a, b, … of its directions. @throws PhysicsError "expression" on what the normal form does not reach */
export const inComponents = (of: Term, declarations: Declarations, fresh: () => string): Sum =>
  components(of, { declarations, atoms: new Map(), fresh })([..."abcdef"].slice(0, of.rank));

/**
 * A term spelled so that terms are spelled alike when they are equal by linearity, commuting factors, the product rule and the
 * naming of what is summed over: written in components, sums expanded, like terms collected with exact rational coefficients,
 * constants pulled out of derivatives and of ∫dΓ*.
 * @throws PhysicsError "expression" on semigroups, limits, series and integrals over one variable, which it does not reach
 */
export const normalForm = (of: Term, declarations: Declarations): string =>
  written(inComponents(of, declarations, labels()));

/** Whether two terms have one normal form. @throws PhysicsError "expression" */
export const sameAs = (a: Term, b: Term, declarations: Declarations): boolean =>
  a.key === b.key || (a.rank === b.rank && normalForm(a, declarations) === normalForm(b, declarations));
