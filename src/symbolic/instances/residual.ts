import { PhysicsError } from "../../errors.js";
import type { Stream } from "../../random/stream.js";
import { text } from "../notation/text.js";
import { apply, minus, number, plus, symbol } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { draw, drawn } from "./draw.js";
import { add, type Element, linear, multiply, valueAt } from "./element.js";
import { evaluate, labelOf, onManifold, type Setting, type Value } from "./evaluate.js";
import { alongOneDirection, isOfOneDirection } from "./fourier/one-direction.js";
import { exponential } from "./functions.js";
import { integrate } from "./integrate.js";
import { fix } from "./substitute.js";
import { type SlowKind, type System, system } from "./system.js";

interface Equation {
  readonly left: Term;
  readonly right: Term;
}

/** What an equation is evaluated under. */
export interface Question {
  readonly declarations: Declarations;
  readonly definitions: readonly Equation[];
  readonly premises: readonly Equation[];
  readonly flow: "newton" | "gibbs";
  readonly stream: Stream;
  readonly instances: number;
}

/** How far the sides lie apart, relative to their size: the largest over the instances. */
export interface Residual {
  readonly residual: number;
  readonly instances: number;
  readonly counterexample: string | undefined;
}

const sizes = [
  { N: 2, d: 1 },
  { N: 2, d: 2 },
  { N: 3, d: 1 },
] as const;

/** On a line alone: for Newton's flow under an integral over time, whose exponentials differ from node to node. */
const onLine = [
  { N: 2, d: 1 },
  { N: 3, d: 1 },
] as const;

const holdsFlow = (of: Term): boolean => of.head === "semigroup" || of.parts.some(holdsFlow);

/** The size of system number k that an equation is tried on. */
const sizeFor = ({ left, right }: Equation, { flow, premises, definitions }: Question, k: number) => {
  if (isSpatial(left) || isSpatial(right)) return space;
  const all = [left, right, ...[...premises, ...definitions].map((each) => each.right)];
  return flow === "newton" && all.some(holdsFlow) ? onLine[k % onLine.length]! : sizes[k % sizes.length]!;
};

/** A cube of something stands for its three directions. */
const space = { N: 3, d: 3 } as const;
const isSpatial = (of: Term): boolean =>
  (of.head === "power" && of.parts[1]!.value?.equals(3) === true) || of.parts.some(isSpatial);

const subscriptName = (of: Term): string | undefined =>
  of.subscripts && of.parts[0]!.head === "symbol" && of.parts[0]!.name.length === 1 && of.parts[0]!.name !== "x"
    ? of.parts[0]!.name
    : undefined;

/** ∂u/∂x = right, or (∂u/∂x + …) = 0 solved for it. */
const evolution = ({
  left,
  right,
}: Equation): { readonly of: Term; readonly by: Term; readonly rate: Term } | undefined => {
  const [first, ...others] = left.head === "plus" ? left.parts : [left];
  const [operator, of] = first!.head === "apply" ? first!.parts : [];
  if (operator?.head !== "partial" || of?.head !== "symbol") return undefined;
  const [by] = operator.parts as [Term];
  return {
    of,
    by,
    rate: others.length > 0 ? plus(right.rank === left.rank ? right : number(0), ...others.map(minus)) : right,
  };
};

/** H and the slow variables are what 𝓛₀ leaves alone: a function of these. */
const inKernel = (rng: Stream, setting: Setting): Element => {
  const { system: of } = setting;
  const H = energy(of);
  const slow = [...of.slow.values()].flatMap(({ at, forms }) => forms.map((_, c) => at + c));
  return multiply(
    multiply(drawn(rng, of, slow, true), add(H, linear(of.n, new Float64Array(of.n), 0.4))),
    exponential(scaleBy(H, -0.7)),
  );
};

const scaleBy = (of: Element, c: number): Element => multiply(of, linear(of.n, new Float64Array(of.n), c));

const energy = ({ N, d, n, mass, V }: System): Element => {
  const momenta = Array.from({ length: N * d }, (_, k) => {
    const form = new Float64Array(n);
    form[N * d + k] = 1;
    return scaleBy(multiply(linear(n, form), linear(n, form)), 1 / (2 * mass[Math.floor(k / d)]!));
  });
  return add(V, ...momenta);
};

const isSymbol = ({ left: { head } }: Equation): boolean => head === "symbol";

const settingFor = (of: System, { declarations, definitions, premises, flow }: Question, rng: Stream): Setting => {
  const named = [...definitions, ...premises].filter(isSymbol);
  const known = new Map<string, Value>();
  const base = {
    system: of,
    flow,
    bound: new Map<string, number>(),
    given: new Map<string, Value>(),
    definitions: new Map<string, Term>(),
    families: new Map<string, { readonly index: string; readonly right: Term }>(),
    rates: new Map<string, Term>(),
  };
  const setting: Setting = {
    ...base,
    unknown: (term, label) => {
      const value = known.get(label) ?? invented(term, label);
      known.set(label, value);
      return value;
    },
  };
  for (const { left, right } of named) {
    const index = subscriptName(left);
    if (index) base.families.set(left.name, { index, right });
    else base.definitions.set(labelOf(left, setting) + (left.starred ? "*" : ""), right);
  }
  const isDefined = (of: Term): boolean =>
    of.head === "symbol" && base.definitions.has(of.subscripts === 0 ? of.name : labelOf(of, setting));
  const rules = [...definitions, ...premises].filter((each) => !isSymbol(each));
  for (const { left, right } of premises)
    if (left.head === "apply" && left.parts[0]!.head === "partial" && isDefined(left.parts[1]!))
      base.rates.set(left.key, right);
  const kernels = rules
    .filter(({ left }) => left.head === "apply" && left.parts[0]!.key === L0.key)
    .map(({ left }) => labelOf(left.parts[1]!, setting));
  const invented = (term: Term, label: string): Value => {
    if (kernels.includes(label)) return { rank: 0, parts: [inKernel(rng.child(hash(label)), setting)] };
    const moving = rules.map(evolution).filter((each) => each && labelOf(each.of, setting) === label);
    const start = draw(term, label, declarations, of, rng.child(hash(label)));
    if (moving.length === 0) return start;
    const variables = moving.map((each) => of.times.get(labelOf(each!.by, setting)) ?? -1);
    const still = {
      ...start,
      parts: start.parts.map((part) =>
        fix(
          part,
          variables.filter((k) => k >= 0),
        ),
      ),
    };
    return moving.reduce<Value>((value, each, k) => {
      if (variables[k]! < 0) return value;
      const rate = evaluate(each!.rate, {
        ...setting,
        isSloped: true,
        given: new Map([...setting.given, [label, still]]),
      });
      const time = linear(
        of.n,
        Float64Array.from({ length: of.n }, (_, j) => (j === variables[k] ? 1 : 0)),
      );
      return {
        ...value,
        parts: value.parts.map((part, c) => add(part, multiply(time, rate.parts[c] ?? rate.parts[0]!))),
      };
    }, still);
  };
  return setting;
};

const L0 = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });
const hash = (label: string): number =>
  [...label].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 2147483647, 7);

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

const compared = (value: Value, isOnManifold: boolean, of: System, test: Element): Value => {
  const parts = value.parts.map((part) => {
    const now = fix(isOnManifold ? onManifold(part, of) : part, [...of.times.values()]);
    const isSharp = now.pieces.some(({ deltas }) => deltas.length > 0);
    return isSharp
      ? integrate(
          multiply(now, test),
          Array.from({ length: 2 * of.N * of.d }, (_, k) => k),
          of.eta,
        )
      : now;
  });
  return { ...value, parts };
};

/** One instance: the difference of the sides and their size, over random points. */
const instance = (
  equation: Equation,
  question: Question,
  k: number,
): { readonly gap: number; readonly story: string } => {
  const rng = question.stream.child(k);
  const kind: SlowKind = question.declarations.has("Φ") ? "ΦΠ" : "R";
  const of = system(rng.child(1), kind, sizeFor(equation, question, k));
  const base = settingFor(of, question, rng.child(2));
  const all = Array.from({ length: of.n }, (_, j) => j).filter((j) => !of.eta.includes(j));
  const setting = { ...base, given: new Map([["probe", { rank: 0, parts: [drawn(rng.child(5), of, all, true)] }]]) };
  const { left, right } = onFunction(equation);
  const isOnManifold = isTotal(equation.left) || isTotal(equation.right);
  const test = drawn(
    rng.child(3),
    of,
    Array.from({ length: 2 * of.N * of.d }, (_, j) => j),
    true,
  );
  const a = compared(evaluate(left, setting), isOnManifold, of, test);
  const zero = right.head === "number" && right.value!.equals(0);
  const b = zero ? undefined : compared(evaluate(right, setting), isOnManifold, of, test);
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
export const residual = (equation: Equation, question: Question): Residual => {
  let [worst, story] = [0, ""];
  for (let k = 0; k < question.instances; k++) {
    try {
      const one = isOfOneDirection(equation)
        ? alongOneDirection(equation, [...question.definitions, ...question.premises], question.stream.child(k), 2 + k)
        : instance(equation, question, k);
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
