import type { Stream } from "../../../random/index.js";
import { residual } from "../../instances/residual.js";
import type { Equation } from "../../statements/equation.js";
import type { Interpreters } from "../../statements/interpreters.js";
import { type Outcome, outcomeOf, together } from "../../statements/outcome.js";
import type { Reduction } from "../reduce.js";
import type { Step } from "../steps/step.js";
import { meaningsOf, namesOf } from "./names.js";
import { systemsOf } from "./systems.js";

/** How many concrete systems each line is evaluated on. */
export const instances = 3;

const definitionsFor = ({ evidence = {} }: Step, { steps, programme, holes }: Reduction): readonly Equation[] => {
  const wanted = new Set(evidence.with ?? []);
  return [
    ...meaningsOf(programme),
    ...steps.filter(({ id }) => wanted.has(id)),
    ...holes
      .filter(({ symbol }) => wanted.has(symbol.name))
      .map(({ symbol, definition }) => ({ left: symbol, right: definition })),
  ];
};

const isEvaluated = ({ kind }: Step): boolean => kind === "identity" || kind === "limit";

/** How a line of a derivation fares on concrete systems; undefined for definitions and hypotheses, which say nothing that could fail. */
export const outcomeFor = (step: Step, reduction: Reduction, stream: Stream): Outcome | undefined => {
  if (!isEvaluated(step)) return undefined;
  const { evidence = {} } = step;
  const systems = systemsOf(reduction.programme);
  const interpreters: Interpreters = {
    evaluate: (equation, under) => residual(equation, { ...under, systems }),
    replay: () => ({ missing: "" }),
  };
  const under = {
    declarations: namesOf(reduction.programme),
    definitions: definitionsFor(step, reduction),
    premises: evidence.given ?? [],
    flow: evidence.flow ?? ("newton" as const),
  };
  const equations = evidence.equations?.(step) ?? [step];
  const outcomes = equations.map((each) => outcomeOf(each, under, interpreters, { stream, instances }));
  return { ...together(outcomes), ...(outcomes.length > 1 && { instances }) };
};
