import { symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { differential } from "./differential.js";
import { evaluatedAt } from "./evaluated-at.js";
import { exponential } from "./exponential.js";
import { bind, constant, factor, multiply, type Sum, single } from "./index-form.js";
import { applied } from "./linear.js";
import { multiplied, summed } from "./over-index.js";
import { type Components, component, nameOf, type Place } from "./place.js";
import { raised } from "./powers.js";
import { opened, vanishing } from "./sum-of-indices.js";

const along = (of: Term): readonly string[] => (of.rank ? ["·"] : []);

const usual = (arg: Term, name: string): boolean =>
  arg.name.startsWith("Γ") || (arg.head === "symbol" && arg.name === name && arg.parts.length === 0 && !arg.starred);

const isCompound = (of: Term): boolean =>
  of.subscripts === 1 && of.parts[0]!.head !== "symbol" && of.parts[0]!.head !== "number";

/** ρ_{n−i} as the sum of ρⱼ over all j with n − i − j = 0. */
const atCompound = (of: Term, directions: readonly string[], place: Place): Sum => {
  const [subscript, ...args] = of.parts as [Term];
  const label = place.fresh();
  const plain = symbol(of.name, of.rank, { ...of, subscript: symbol(label), args });
  const rest = [...components(subscript, place)([]), ...multiply(constant(-1), single(factor("#", [label])))];
  return bind(multiply(vanishing(rest), named(plain, directions, place)), label);
};

/** A declared name where its arguments have the values that are written. */
const named = (of: Term, directions: readonly string[], place: Place): Sum => {
  if (isCompound(of)) return atCompound(of, directions, place);
  const names = (place.declarations.get(nameOf(of, place).name) ?? place.declarations.get(of.name))?.of ?? [];
  return of.parts
    .slice(of.subscripts)
    .reduce<Sum>(
      (sum, arg, i) =>
        usual(arg, names[i]!)
          ? sum
          : evaluatedAt(sum, names[i]!, components(arg, place)(along(arg)), place.declarations),
      component(of, directions, place),
    );
};

const operator = (of: Term, place: Place) => {
  const { name, index } = nameOf(of, place);
  return factor(`@${name}`, index);
};

/** What an operator makes of an operand. @throws PhysicsError "expression" on operators that it does not reach */
export const acted = (of: Term, operand: Components, place: Place): Components => {
  const [a, b] = of.parts as [Term, Term];
  if (of.sort === "function") {
    const own = components(of, place);
    return (all) => multiply(own(all.slice(0, of.rank)), operand(all.slice(of.rank)));
  }
  switch (of.head) {
    case "partial":
    case "total":
    case "divergence":
      return differential(of, operand, place);
    case "plus":
      return (all) => of.parts.flatMap((part) => acted(part, operand, place)(all));
    case "times":
      return of.parts.reduceRight<Components>((to, part) => acted(part, to, place), operand);
    case "apply":
      return acted(a, acted(b, operand, place), place);
    case "atoms":
      return summedOverAtoms(of, place, (body, within) => acted(body, operand, within));
    case "series":
      return overIntegers(of, place, (body, within) => acted(body, operand, within));
    case "dot":
      return (all) => {
        const summed = place.fresh();
        const right: Components = (rest) => acted(b, operand, place)([summed, ...rest]);
        const left = a.rank - 1;
        const both = multiply(components(a, place)([...all.slice(0, left), summed]), right(all.slice(left)));
        return bind(both, summed);
      };
    case "symbol":
      return (all) => applied(operator(of, place), operand(all), place.declarations);
    case "semigroup": {
      if (a.head !== "symbol") return beyond(of);
      const flow = factor(`e^${operator(a, place).name.slice(1)}`, [], [[], components(b, place)([])]);
      return (all) => applied(flow, operand(all), place.declarations);
    }
    default:
      return beyond(of);
  }
};

const summedOverAtoms = (of: Term, place: Place, body: (part: Term, within: Place) => Components): Components => {
  const label = place.fresh();
  const within = { ...place, indices: new Map([...place.indices, [of.name, label]]) };
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

const endsOf = (of: Term, place: Place): readonly [Sum, Sum] => [
  components(of.parts[1]!, place)([]),
  components(of.parts[2]!, place)([]),
];

const integral = (of: Term, place: Place): Components => {
  return (all) => {
    const label = place.fresh();
    const within = { ...place, variables: new Map([...place.variables, [of.name, label]]) };
    const body = components(of.parts[0]!, within)(all);
    return applied(factor("∫", [label], [[], ...endsOf(of, place)]), body, place.declarations);
  };
};

const overIntegers = (
  of: Term,
  place: Place,
  part: (part: Term, within: Place) => Components = components,
): Components => {
  const label = place.fresh();
  const [from, to] = endsOf(of, place);
  const body = part(of.parts[0]!, { ...place, indices: new Map([...place.indices, [of.name, label]]) });
  if (of.head === "series") return (all) => opened(summed(body(all), { label, from, to }));
  return () => multiplied(body([]), { label, from, to }, place.declarations);
};

/** The components of a function, for labels of its directions. @throws PhysicsError "expression" on commutators */
export const components = (of: Term, place: Place): Components => {
  const [a, b, c] = of.parts as [Term, Term, Term];
  const part = (each: Term, all: readonly string[]) => components(each, place)(all);
  const split = (all: readonly string[]) => multiply(part(a, all.slice(0, a.rank)), part(b, all.slice(a.rank)));
  const product = (all: readonly string[]) =>
    of.parts.reduce<Sum>((sum, each) => multiply(sum, part(each, each.rank ? all : [])), constant(1));
  const linear = (name: string, ...more: readonly Sum[]) => factor(name, [], [[], ...more]);
  const head = (whole: ReturnType<typeof factor>) => (all: readonly string[]) =>
    applied(whole, part(a, all), place.declarations);
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
      return () => raised(part(a, []), part(b, []), place.declarations);
    case "dot":
      return (all) => contracted(a, b, all, place);
    case "outer":
      return split;
    case "exp":
      return () => exponential(part(a, []));
    case "ln":
      return () => single(factor("ln", [], [part(a, [])]));
    case "delta":
      return () => single(factor(`δ${a.rank}`, along(a), [part(a, along(a))]));
    case "average":
      return head(linear("th"));
    case "apply":
      return (all) => acted(a, components(b, place), place)(all);
    case "atoms":
      return summedOverAtoms(of, place, components);
    case "phase":
      return head(linear(of.name === "Γ*" ? "∫Γ" : `∫${of.name}`));
    case "integral":
      return integral(of, place);
    case "series":
    case "product":
      return overIntegers(of, place);
    case "limit":
      return head(linear(`lim ${of.name}`, part(b, [])));
    case "at":
      return (all) => evaluatedAt(part(a, all), nameOf(b, place).name, part(c, along(c)), place.declarations);
    default:
      return beyond(of);
  }
};
