import { PhysicsError } from "../../errors.js";
import type { Stream } from "../../random/index.js";
import { text } from "../notation/text.js";
import type { Equation } from "../statements/equation.js";
import type { Evaluation } from "../statements/interpreters.js";
import { apply, symbol } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { alongTimes } from "./along-times.js";
import { drawn } from "./draw.js";
import { type Element, multiply, valueAt } from "./element.js";
import { evaluate } from "./evaluate.js";
import { alongOneDirection, isOfOneDirection } from "./fourier/one-direction.js";
import { settingFor } from "./given.js";
import { freeIndices } from "./indices.js";
import { integrate } from "./integrate.js";
import { onManifold } from "./manifold.js";
import { orders } from "./orders.js";
import type { Question } from "./question.js";
import { variablesOf } from "./regions.js";
import { fix } from "./substitute.js";
import { type SlowKind, type System, system } from "./system.js";
import { isOnLine, sizeFor } from "./tried-systems.js";
import type { Value } from "./value.js";

/** Whether the full Liouville operator, or a total derivative, acts outside of an integral: the sides are then compared at X = X*(Γ). */
const isTotal = (of: Term): boolean =>
  of.head === "phase" || of.head === "average"
    ? false
    : of.head === "total" || (of.head === "symbol" && of.name === "𝓛" && !of.subscripts) || of.parts.some(isTotal);

/** An operator equation is tried on a random function of everything. */
const onFunction = (equation: Equation): Equation =>
  equation.left.sort === "function"
    ? equation
    : {
        left: apply(equation.left, probe),
        right: equation.right.sort === "operator" ? apply(equation.right, probe) : equation.right,
      };
const probe = symbol("probe");

/** Whether a variable is none of those that functions depend on: t beside all of its tₙ, and ε. */
const isAside = (j: number, { parameter, times }: System): boolean =>
  parameter !== undefined && (j === parameter || j === times.get("t"));

/** Whether an equation says what ∂/∂t is: the sides are then compared on the line of times tₙ(t). */
const isOfTime = ({ left }: Equation): boolean => left.head === "partial" && left.parts[0]!.key === symbol("t").key;

const compared = (value: Value, isOnManifold: boolean, of: System, test: Element): Value => {
  const parts = value.parts.map((part) => {
    const now = fix(isOnManifold ? onManifold(part, of) : part, [...of.times.values()]);
    const isSharp = now.pieces.some(({ deltas }) => deltas.length > 0);
    return isSharp ? integrate(multiply(now, test), variablesOf("Γ*", of), of.eta) : now;
  });
  return { ...value, parts };
};

/** How far the sides lie apart on one system, relative to their size, and where. */
interface Gap {
  readonly gap: number;
  readonly story: string;
}

const systemFor = (equation: Equation, question: Question, rng: Stream, k: number): System => {
  if (question.systems) return question.systems(rng, k, isOnLine(equation, question));
  const kind: SlowKind = question.declarations.has("Φ") ? "ΦΠ" : "R";
  return system(rng, kind, sizeFor(equation, question, k));
};

/** One instance: the difference of the sides and their size, over random points. */
const instance = (equation: Equation, question: Question, k: number): Gap => {
  const rng = question.stream.child(k);
  const of = systemFor(equation, question, rng.child(1), k);
  const base = settingFor(of, question, rng.child(2));
  const all = Array.from({ length: of.n }, (_, j) => j).filter((j) => !of.eta.includes(j) && !isAside(j, of));
  const setting = {
    ...base,
    bound: new Map(freeIndices(equation, question.declarations).map((name) => [name, 1 + (k % orders)] as const)),
    given: new Map([["probe", { rank: 0, parts: [drawn(rng.child(5), of, all, "falling")] }]]),
  };
  const { left, right } = onFunction(equation);
  const onLine = (value: Value): Value => (isOfTime(equation) ? alongTimes(value, setting, evaluate) : value);
  const isOnManifold = isTotal(equation.left) || isTotal(equation.right);
  const test = drawn(rng.child(3), of, variablesOf("Γ*", of), "falling");
  const a = compared(onLine(evaluate(left, setting)), isOnManifold, of, test);
  const zero = right.head === "number" && right.value!.equals(0);
  const b = zero ? undefined : compared(onLine(evaluate(right, setting)), isOnManifold, of, test);
  if (b && b.rank !== a.rank)
    throw new PhysicsError("expression", {
      what: `The sides have ranks ${a.rank} and ${b.rank}`,
      expected: "one rank",
      remedy: "Look for a missing dot",
    });
  let [gap, size, story] = [0, zero ? 1e-2 : 1e-5, ""];
  const points = rng.child(4);
  for (let turn = 0; turn < 4; turn++) {
    const z = Float64Array.from({ length: of.n }, (_, j) => (j < of.eta[0]! ? 0.7 * points.normal() : 0));
    for (const [c, part] of a.parts.entries()) {
      const [x, y] = [valueAt(part, z), b ? valueAt(b.parts[c]!, z) : 0];
      size = Math.max(size, Math.abs(x), Math.abs(y));
      if (!(Math.abs(x - y) <= gap)) {
        gap = Math.abs(x - y);
        story = `N = ${of.N} atoms in ${of.d} dimension${of.d > 1 ? "s" : ""}, ${question.flow === "gibbs" ? "dynamics at constant slow variables" : "Newton's dynamics"}${a.parts.length > 1 ? `, component ${c + 1}` : ""}: ${text(left)} is ${x.toPrecision(8)}, but ${text(right)} is ${y.toPrecision(8)}`;
      }
    }
  }
  return { gap: gap / size, story };
};

/** One instance, on Gaussians alone where something can be evaluated of these only, as reciprocals are. */
const onSomething = (equation: Equation, question: Question, k: number): Gap => {
  try {
    return instance(equation, question, k);
  } catch (error) {
    if (!(error instanceof PhysicsError) || error.fault !== "undefined-quantity") throw error;
    return instance(equation, { ...question, areGaussian: true }, k);
  }
};

/** What is wrong by its form: sides of different ranks, and integrals that diverge. */
const impossible = (error: unknown): string | undefined =>
  error instanceof PhysicsError && (error.fault === "expression" || error.fault === "unbounded")
    ? error.message
    : undefined;

/**
 * Both sides of an equation on random concrete systems: max |left − right| / max(|left|, |right|). ∞ where the ranks of the sides
 * differ or an integral diverges.
 * @throws PhysicsError "undefined-quantity" where it lies beyond harmonic systems
 */
export const residual = (equation: Equation, question: Question): Evaluation => {
  let [worst, story] = [0, ""];
  for (let k = 0; k < question.instances; k++) {
    try {
      const one = isOfOneDirection(equation)
        ? alongOneDirection(equation, [...question.definitions, ...question.premises], question.stream.child(k), 2 + k)
        : onSomething(equation, question, k);
      if (one.gap > worst || Number.isNaN(one.gap)) [worst, story] = [one.gap, one.story];
    } catch (error) {
      const reason = impossible(error);
      if (reason === undefined) throw error;
      return { residual: Number.POSITIVE_INFINITY, instances: k + 1, counterexample: reason };
    }
  }
  return {
    residual: worst,
    instances: question.instances,
    counterexample: worst > 1e-8 || Number.isNaN(worst) ? story : undefined,
  };
};
