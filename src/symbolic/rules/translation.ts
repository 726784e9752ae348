import type { Grounds } from "../statements/interpreters.js";
import { written } from "./canonical.js";
import { differentiate } from "./differentiate.js";
import { bind, constant, type Factor, factor, kronecker, multiply, type Sum, single } from "./index-form.js";
import { inComponents } from "./normal-form.js";
import { says } from "./number-atoms.js";
import type { Rule } from "./rule.js";
import { pinned } from "./through-delta.js";

/** θ² = θ. */
const idempotent = (sum: Sum): Sum =>
  sum.map((each) => {
    const [first, ...others] = each.factors.filter(({ name }) => name === "θ_");
    const isSquare = first && others.length === 1 && others[0]!.labels[0] === first.labels[0];
    return isSquare ? { ...each, factors: each.factors.filter((of) => of !== others[0]) } : each;
  });

/** Whether X*, moved with the atoms of θ, moves as they do: Σᵢ θᵢ ∂X*_b/∂r_{ia} = 1_{ab}. */
const follows = (meaning: Sum, total: Sum, from: Grounds, fresh: () => string): boolean => {
  const [atom, along] = [fresh(), "b"];
  const slope = differentiate(meaning, { name: "r", labels: [atom, along] }, from.declarations);
  const moved = idempotent(bind(multiply(single(factor("θ_", [atom])), slope), atom));
  const mass = single(factor("m"));
  return written(multiply(mass, moved)) === written(multiply(total, kronecker("a", along)));
};

/** ∂Δ/∂X = −Σᵢ θᵢ ∂Δ/∂rᵢ of Δ = δ(X − X*): both move the centre of mass. Asks for the definitions of Δ, of X*, of the mass m, and of θ as an indicator. */
export const translation: Rule = {
  name: "Δ moves with the nanoparticle",
  prepare({ definition = "", centre = "", mass = "", members = "" }, from, fresh) {
    const found = pinned(definition, from);
    const [meaning, whole] = [centre, mass].map((id) =>
      from.definitions.has(id) ? from.equations.get(id) : undefined,
    );
    if (!found) return { missing: "Δ = δ(X − X*) of slow variables X, named as a definition" };
    if (!says(members, from.words)) return { missing: "θ as an indicator, named as a definition" };
    const slow = found.slow.find(({ name, rank }) => name === meaning?.left.name && rank === 1);
    const sums = [meaning, whole].map((each) => each && inComponents(each.right, from.declarations, fresh));
    if (!slow || whole?.left.name !== "m" || !follows(sums[0]!, sums[1]!, from, fresh))
      return { missing: "the centre of mass of the atoms of θ as X*, named as a definition" };
    return {
      uses: [definition, centre, mass, members],
      rewrite({ name, labels: [along], within: [body] }) {
        const only: Factor | undefined = body?.length === 1 ? body[0]!.factors[0] : undefined;
        if (name !== `∂${slow.name}` || only?.name !== found.name || body![0]!.factors.length > 1) return undefined;
        const atom = fresh();
        const turned = single(factor("θ_", [atom]), factor("∂r", [atom, along!], [body!]));
        return bind(multiply(constant(-1), turned), atom);
      },
    };
  },
};
