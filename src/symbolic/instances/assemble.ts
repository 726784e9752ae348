import { stream } from "../../random/index.js";
import type { Equation } from "../statements/equation.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import type { Element } from "./element.js";
import { evaluate } from "./evaluate.js";
import { affineForm } from "./functions.js";
import { settingFor } from "./given.js";
import { energyOf, flowsOf, type Quadratic } from "./linear-flow.js";
import type { System } from "./system.js";
import type { Value } from "./value.js";

/** A linear system before its slow variables are worked out: Γ̇ = J ∂H/∂Γ. */
export interface Parts {
  readonly N: number;
  readonly d: number;
  readonly mass: readonly number[];
  readonly ofAtoms: ReadonlyMap<string, readonly number[]>;
  readonly constants: ReadonlyMap<string, number>;
  readonly quadratic: Quadratic;
  readonly J: Float64Array;
  /** J of the motion under which the Gibbs hypothesis is taken to hold. */
  readonly mixing: Float64Array;
  /** Over n variables. */
  readonly V: (n: number) => Element;
  readonly names: (n: number) => ReadonlyMap<string, Value>;
}

/** A slow variable by its name, and as a formula in what the system has. */
export interface SlowFormula {
  readonly label: string;
  readonly rank: number;
  readonly formula: Term;
}

const nothing = { declarations: new Map(), premises: [], flow: "newton" as const };

/** A formula in what a system has, by components: Σ form_k z_k + shift. @throws PhysicsError "undefined-quantity" where it is not linear */
export const linearForms = (formula: Term, bare: System, definitions: readonly Equation[] = []) => {
  const rng = stream("no name of a formula is drawn");
  const setting = settingFor(bare, { ...nothing, definitions, stream: rng, instances: 1 }, rng);
  return evaluate(formula, setting).parts.map((part) => affineForm(part, bare.n));
};

const formsOf = (
  { formula, label }: SlowFormula,
  bare: System,
  definitions: readonly Equation[],
): readonly Float64Array[] =>
  linearForms(formula, bare, definitions).map(({ form, shift }) =>
    shift === 0 ? form : beyond(`${label}, which does not vanish with the coordinates,`),
  );

/** A system with its slow variables, whose formulas may hold defined names. @throws PhysicsError "undefined-quantity" where one is not linear in the coordinates */
export const assemble = (
  parts: Parts,
  variables: readonly SlowFormula[],
  definitions: readonly Equation[] = [],
): System => {
  const { N, d, quadratic, J, V, names } = parts;
  const sizes = variables.map(({ rank }) => d ** rank);
  const many = sizes.reduce((sum, size) => sum + size, 0);
  const slowAt = 2 * N * d;
  const [etaAt, timeAt] = [slowAt + many, slowAt + 2 * many];
  const n = timeAt + 3;
  const energy = energyOf(n, quadratic);
  const bare: System = {
    ...{ N, d, n, mass: parts.mass, inside: [], ofAtoms: parts.ofAtoms, V: V(n) },
    names: new Map([["H", { rank: 0, parts: [energy] }], ...names(n)]),
    constants: new Map([...parts.constants, ["N", N], ["π", Math.PI], ["t", 0]]),
    slow: new Map(),
    eta: Array.from({ length: many }, (_, k) => etaAt + k),
    times: new Map([
      ["t", timeAt],
      ["t_1", timeAt + 1],
      ["t_0", timeAt + 2],
    ]),
    energy,
    flows: flowsOf(J, quadratic, []),
  };
  const forms = variables.map((each) => formsOf(each, bare, definitions));
  const starts = sizes.map((_, k) => slowAt + sizes.slice(0, k).reduce((sum, size) => sum + size, 0));
  return {
    ...bare,
    slow: new Map(variables.map(({ label }, k) => [label, { at: starts[k]!, forms: forms[k]! }])),
    flows: flowsOf(J, quadratic, forms.flat(), parts.mixing),
  };
};
