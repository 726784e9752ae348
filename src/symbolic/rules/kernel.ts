import type { Grounds } from "../statements/interpreters.js";
import type { Term } from "../terms/term.js";
import { written } from "./canonical.js";
import { acted } from "./components.js";
import { dependsOn, isConstant } from "./dependence.js";
import { constant, type Factor, factor, multiply, type Sum, single } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import type { Ready, Rule } from "./rule.js";

interface Kernel {
  /** "𝓛_0", as in the names of its factors. */
  readonly operator: string;
  /** Whether the operator makes 0 of a factor. */
  readonly holds: (of: Factor) => boolean;
  readonly uses: readonly string[];
}

type Missing = { readonly missing: string };

const nameOf = ({ name, subscripts, parts: [subscript] }: Term): string =>
  subscripts ? `${name}_${subscript!.value?.toFraction() ?? ""}` : name;

/** The variables that an operator differentiates by, as it is written out. */
const derivatives = (of: Term): readonly string[] => [
  ...(/^(partial|total|divergence)$/u.test(of.head) ? [of.parts[0]!.name] : []),
  ...of.parts.flatMap(derivatives),
];

/** 𝓛(g h) = g 𝓛h + h 𝓛g and 𝓛1 = 0 of any g and h, by what the operator is defined as. */
const isDerivation = (of: Term, { declarations }: Grounds, fresh: () => string): boolean => {
  const act = (on: Sum) => acted(of, () => on, { declarations, indices: new Map(), variables: new Map(), fresh })([]);
  const [g, h] = ["g?", "h?"].map((name) => single(factor(name))) as [Sum, Sum];
  const byProductRule = [...multiply(g, act(h)), ...multiply(h, act(g))];
  return act(constant(1)).length === 0 && written(act(multiply(g, h))) === written(byProductRule);
};

/** What 𝓛 A = 0 says: its operator and the A. */
const annihilated = (number: string, { equations, declarations }: Grounds, fresh: () => string) => {
  const given = equations.get(number);
  const [operator, of] = given?.left.head === "apply" ? given.left.parts : [];
  if (!given?.right.value?.equals(0) || operator!.head !== "symbol" || of!.rank !== 0) return undefined;
  return { operator: nameOf(operator!), form: written(inComponents(of!, declarations, fresh)) };
};

/** The factors that 𝓛 makes 0 of: functions of an H with 𝓛H = 0 and of what 𝓛 does not differentiate by. */
const kernel = (definition: string, conserved: string, from: Grounds, fresh: () => string): Kernel | Missing => {
  const { declarations, definitions, equations } = from;
  const given = definitions.has(definition) ? equations.get(definition) : undefined;
  if (given?.left.sort !== "operator" || given.left.head !== "symbol" || !isDerivation(given.right, from, fresh))
    return { missing: "an operator that differentiates once, named as a definition" };
  const operator = nameOf(given.left);
  const known = annihilated(conserved, from, fresh);
  if (known?.operator !== operator) return { missing: `${operator.replace("𝓛", "L")} H = 0 among the premises` };
  const by = new Set(derivatives(given.right));
  const holds = (of: Factor): boolean => {
    if (![...by].some((each) => dependsOn(of, each, declarations)) || isConstant(of, declarations)) return true;
    if (written(single(of)) === known.form) return true;
    return /^(exp|ln|\^)$/u.test(of.name) && of.within.every((sum) => sum.every(({ factors }) => factors.every(holds)));
  };
  return { operator, holds, uses: [definition, conserved] };
};

const parted = (of: Sum, holds: (of: Factor) => boolean) => {
  const [{ factors }] = of as [Sum[number]];
  return {
    kept: factors.filter((each) => !holds(each)),
    out: single(...factors.filter(holds)),
  };
};

/** e^{𝓛t}(g A) = g e^{𝓛t}A and 𝓛(g A) = g 𝓛A of functions g of H and of what 𝓛 does not differentiate by; e^{𝓛t}1 = 1, 𝓛1 = 0. Asks that 𝓛 be defined as a derivation, and for 𝓛H = 0. */
export const functionsOfH: Rule = {
  name: "𝓛 annihilates functions of H and X",
  prepare({ definition = "", equation = "" }, from, fresh): Ready {
    const found = kernel(definition, equation, from, fresh);
    if ("missing" in found) return found;
    const { operator, holds, uses } = found;
    return {
      uses,
      rewrite(of) {
        const isFlow = of.name === `e^${operator}`;
        if (!isFlow && of.name !== `@${operator}`) return undefined;
        const { kept, out } = parted(of.within[0]!, holds);
        if (kept.length > 0) return multiply(out, single({ ...of, within: [single(...kept), ...of.within.slice(1)] }));
        return isFlow ? out : [];
      },
    };
  },
};

/** e^{𝓛t}A = A. Asks for 𝓛A = 0 among the premises. */
export const annihilatedStays: Rule = {
  name: "what 𝓛 annihilates does not move",
  prepare({ equation = "" }, from, fresh) {
    const known = annihilated(equation, from, fresh);
    if (!known) return { missing: `(${equation}) of the form 𝓛A = 0 among the premises` };
    return {
      uses: [equation],
      rewrite: ({ name, within: [body] }) =>
        name === `e^${known.operator}` && written(body!) === known.form ? body : undefined,
    };
  },
};
