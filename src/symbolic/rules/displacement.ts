import type { Equation } from "../statements/equation.js";
import type { Grounds } from "../statements/interpreters.js";
import { differentiate } from "./differentiate.js";
import { bind, constant, multiply, relabel, type Sum } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { raised } from "./powers.js";
import { conditions, type Rule } from "./rule.js";

/** The slow variable X of rᵢ = σᵢ + X* θᵢ, and how all positions move with it: ∂r_{ia}/∂X_b, for labels i, a and b. */
const displaced = (given: Equation | undefined, from: Grounds, fresh: () => string) => {
  const left = given?.left;
  const isPosition = left?.head === "symbol" && left.name === "r" && left.subscripts === 1;
  const moved = isPosition ? inComponents(given!.right, from.declarations, fresh) : [];
  const names = moved.flatMap(({ factors }) => factors.map(({ name }) => name));
  const slow = [...from.declarations].find(([name, { role }]) => role === "slow" && names.includes(`${name}*`))?.[0];
  if (slow === undefined) return undefined;
  const index = left!.parts[0]!.name;
  const slope = (atom: string, along: string, by: string): Sum => {
    const there = relabel(
      moved,
      new Map([
        [index, atom],
        ["a", along],
      ]),
    );
    return differentiate(there, { name: `${slow}*`, labels: [by] }, from.declarations);
  };
  return { slow, slope };
};

/** Y and c of Y* = c X*, by which ∂/∂Y* = c⁻¹ ∂/∂X*. */
const rescaled = (given: Equation | undefined, slow: string, from: Grounds, fresh: () => string) => {
  const left = given?.left;
  if (left?.head !== "symbol" || !left.starred || left.rank !== 1) return undefined;
  const right = inComponents(given!.right, from.declarations, fresh);
  const isOneTerm = right.length === 1 && right[0]!.factors.filter(({ name }) => name === `${slow}*`).length === 1;
  if (!isOneTerm) return undefined;
  const [term] = right;
  return { name: left.name, factor: [{ ...term!, factors: term!.factors.filter(({ name }) => name !== `${slow}*`) }] };
};

/**
 * ∂g/∂X* = Σᵢ ∂rᵢ/∂X* · ∂g/∂rᵢ at constant σᵢ, as rᵢ = σᵢ + X* θᵢ says; and ∂g/∂Y* = c⁻¹ ∂g/∂X* where Y* = cX* is named.
 * Asks for both as definitions.
 */
export const displacement: Rule = {
  name: "∂/∂X* moves the nanoparticle",
  prepare({ definition = "", scaled }, from, fresh) {
    const defined = (id: string) => (from.definitions.has(id) ? from.equations.get(id) : undefined);
    const found = displaced(defined(definition), from, fresh);
    if (!found) return { missing: "r_i = σ_i + X* θ_i of a slow variable X, named as a definition" };
    const other = scaled === undefined ? undefined : rescaled(defined(scaled), found.slow, from, fresh);
    if (scaled !== undefined && !other) return { missing: `Y* as a multiple of ${found.slow}*, named as a definition` };
    const { lacks, missing } = conditions();
    return {
      uses: [definition, ...(scaled === undefined ? [] : [scaled])],
      lacks,
      rewrite({ name, labels: [by], within: [body] }) {
        const isOther = name === `∂${other?.name}*`;
        if (name.endsWith("*") && name.startsWith("∂") && !isOther && name !== `∂${found.slow}*`)
          return missing(`${name.slice(1, -1)}* as a multiple of ${found.slow}*, named as a definition`);
        if (!isOther && name !== `∂${found.slow}*`) return undefined;
        const [atom, along] = [fresh(), fresh()];
        const slope = found.slope(atom, along, by!);
        const turned = multiply(slope, differentiate(body!, { name: "r", labels: [atom, along] }, from.declarations));
        const moved = bind(turned, atom, along);
        return isOther ? multiply(raised(other!.factor, constant(-1), from.declarations), moved) : moved;
      },
    };
  },
};
