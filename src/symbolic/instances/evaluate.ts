import { apply, symbol, times } from "../terms/build.js";
import type { Head, Term } from "../terms/term.js";
import { alongTimes, isAlongTimes } from "./along-times.js";
import { beyond } from "./beyond.js";
import { divergence, gradient } from "./derivatives.js";
import { differentiatesTime } from "./differentiates-time.js";
import { constant, multiply, scale } from "./element.js";
import { type FlowTime, jet, moved } from "./flow.js";
import { affineForm, exponential, logarithm, raised, sharp } from "./functions.js";
import { integrate } from "./integrate.js";
import { limiting } from "./limit.js";
import { onManifold } from "./manifold.js";
import { binding, definitionOf, integer, labelOf, unfolding } from "./names.js";
import { native } from "./natives.js";
import { nodes } from "./nodes.js";
import { variablesOf } from "./regions.js";
import { remembered } from "./remember.js";
import type { Setting } from "./setting.js";
import { identity, setTo, substitute } from "./substitute.js";
import { liouvilleOf } from "./system.js";
import { dotOf, mapped, ofRank, outerOf, productOf, scalar, sumOf, type Value } from "./value.js";

/** A time as its value and its slope in t₀. */
const timeOf = (of: Term, setting: Setting): FlowTime => {
  const { n, times } = setting.system;
  const form = affineForm(evaluate(of, setting).parts[0]!, n);
  return { value: form.shift, slope: setting.isSloped ? form.form[times.get("t_0")!]! : 0 };
};

/** An operator acting on a value. */
const act = (operator: Term, of: Value, setting: Setting): Value => {
  const { system } = setting;
  if (operator.sort === "function") return outerOf(evaluate(operator, setting), of);
  switch (operator.head) {
    case "symbol":
      return actByName(operator, of, setting);
    case "partial":
      return partialOf(operator.parts[0]!, of, setting);
    case "total":
      return gradient(
        operator.parts[0]!,
        mapped(of, (part) => onManifold(part, system)),
        setting,
      );
    case "divergence":
      return divergence(operator.parts[0]!, of, setting);
    case "semigroup":
      return moved(of, timeOf(operator.parts[1]!, setting), setting);
    case "plus":
      return sumOf(
        operator.parts.map((part) => act(part, of, setting)),
        setting.system.n,
      );
    case "times":
      return operator.parts.reduceRight((value, part) => act(part, value, setting), of);
    case "dot": {
      const [left, right] = operator.parts as [Term, Term];
      return dotOf(evaluate(left, setting), act(right, of, setting), system.d);
    }
    case "atoms":
      return overAtoms(operator.name, setting, (inner) => act(operator.parts[0]!, of, inner));
    case "series":
      return overIntegers(operator, setting, (inner) => act(operator.parts[0]!, of, inner));
    default:
      return beyond(`The operator ${operator.head}`);
  }
};

const partialOf = (by: Term, of: Value, setting: Setting): Value =>
  gradient(by, isAlongTimes(by, setting) ? alongTimes(of, setting, evaluate) : of, setting);

const actByName = (operator: Term, of: Value, setting: Setting): Value => {
  const label = labelOf(operator, setting);
  const { system, flow } = setting;
  if (label === "𝓛") return mapped(of, (part) => liouvilleOf(system, "newton", onManifold(part, system)));
  if (label === "𝓛_0" && flow === "gibbs") return mapped(of, (part) => liouvilleOf(system, "gibbs", part));
  const definition = definitionOf(operator, label, setting);
  if (definition) return act(definition.right, of, definition.setting);
  if (label === "𝓛_0") return mapped(of, (part) => liouvilleOf(system, "newton", part));
  if (/^𝓛_\d+$/.test(label)) return mapped(of, () => constant(system.n, 0));
  return beyond(`The operator ${label}`);
};

const overAtoms = (index: string, setting: Setting, f: (inner: Setting) => Value): Value =>
  sumOf(
    Array.from({ length: setting.system.N }, (_, i) => f(binding(setting, index, i))),
    setting.system.n,
  );

const overIntegers = (of: Term, setting: Setting, f: (inner: Setting) => Value): Value => {
  const [from, to] = [integer(of.parts[1]!, setting), integer(of.parts[2]!, setting)];
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => f(binding(setting, of.name, from + k)));
  return sumOf(all, setting.system.n);
};

/** ∏ over the atoms of the nanoparticle, which are the first and are counted from 1. */
const overFactors = (of: Term, setting: Setting): Value => {
  const [from, to] = [integer(of.parts[1]!, setting), integer(of.parts[2]!, setting)];
  return productOf(
    Array.from({ length: to - from + 1 }, (_, k) => evaluate(of.parts[0]!, binding(setting, of.name, from + k - 1))),
  );
};

const overTime = (of: Term, setting: Setting): Value => {
  const [body, from, to] = of.parts as [Term, Term, Term];
  const [a, b] = [timeOf(from, setting), timeOf(to, setting)];
  const at = (s: number) => evaluate(body, binding(setting, of.name, s));
  const terms = nodes(a.value, b.value).map(([s, weight]) => mapped(at(s), (part) => scale(part, weight)));
  const ends = (
    [
      [a, -1],
      [b, 1],
    ] as const
  ).flatMap(([end, sign]) =>
    end.slope === 0 ? [] : [mapped(at(end.value), (part) => scale(multiply(jet(setting), part), sign * end.slope))],
  );
  return sumOf([...terms, ...ends], setting.system.n);
};

const overPhase = (of: Term, setting: Setting): Value => {
  const { system } = setting;
  const over = variablesOf(of.name, system);
  return mapped(evaluate(of.parts[0]!, setting), (part) => integrate(part, over, system.eta));
};

/** ∫ρ̂ΔA dΓ*. */
const averaged = (of: Value, setting: Setting): Value => {
  const weight = outerOf(evaluate(symbol("ρ̂"), setting), evaluate(symbol("Δ"), setting));
  const over = variablesOf("Γ*", setting.system);
  return mapped(outerOf(weight, of), (part) => integrate(part, over, setting.system.eta));
};

const named = (of: Term, setting: Setting): Value => {
  const label = labelOf(of, setting);
  const given = setting.given.get(label);
  if (given) return given;
  const starredDefinition = of.starred ? setting.definitions.get(`${label}*`) : undefined;
  if (starredDefinition) return evaluate(starredDefinition, unfolding(setting, `${label}*`));
  const own = native(of, label, setting);
  if (own) return own;
  const definition = definitionOf(of, label, setting);
  return definition
    ? ofRank(of, evaluate(definition.right, unfolding(definition.setting, label)))
    : setting.unknown(of, label, setting);
};

const linearParts = (of: Term, setting: Setting) =>
  evaluate(of, setting).parts.map((part) => affineForm(part, setting.system.n));

/** A function at arguments that are written out: slow variables set to what is given. */
const withArguments = (of: Term, setting: Setting): Value => {
  const args = of.parts.slice(of.subscripts);
  const value = named(of, setting);
  const { system } = setting;
  const map = identity(system.n);
  let changed = false;
  for (const arg of args) {
    const slow = arg.head === "symbol" ? system.slow.get(arg.name) : undefined;
    if (!slow || !arg.starred) continue;
    changed = true;
    setTo(map, system.n, slow.at, linearParts(arg, setting));
  }
  return changed ? mapped(value, (part) => substitute(part, map)) : value;
};

const evaluatedAt = (of: Term, setting: Setting): Value => {
  const [body, variable, value] = of.parts as [Term, Term, Term];
  const { system } = setting;
  if (labelOf(variable, setting) === "t_0")
    return evaluate(body, { ...setting, moment: timeOf(value, setting).value, given: new Map(setting.given) });
  const slow = system.slow.get(variable.name) ?? beyond("A value at something that is neither t₀ nor a slow variable");
  const map = identity(system.n);
  setTo(map, system.n, slow.at, linearParts(value, setting));
  return mapped(evaluate(body, setting), (part) => substitute(part, map));
};

/** 𝓐𝓑f from the right. */
const applied = (operator: Term, to: Term, setting: Setting): Value => {
  if (operator.head === "times" && operator.parts.every(({ sort }) => sort === "operator")) {
    const [first, ...others] = operator.parts as [Term, ...Term[]];
    return applied(first, apply(times(...others), to), setting);
  }
  const inner = differentiatesTime(operator, setting) ? { ...setting, isSloped: true } : setting;
  return act(operator, evaluate(to, inner), setting);
};

const heavy: ReadonlySet<Head> = new Set(["apply", "average", "phase", "integral", "atoms", "series"]);

/** The value of a function on a concrete system. @throws PhysicsError "undefined-quantity" where it lies beyond harmonic systems */
export const evaluate = (of: Term, setting: Setting): Value =>
  heavy.has(of.head) || (of.head === "symbol" && setting.definitions.size + setting.families.size > 0)
    ? remembered(of, setting, () => worked(of, setting))
    : worked(of, setting);

const worked = (of: Term, setting: Setting): Value => {
  const { n, d } = setting.system;
  const part = (k: number) => evaluate(of.parts[k]!, setting);
  switch (of.head) {
    case "number":
      return scalar(constant(n, of.value!.valueOf()));
    case "symbol":
      return of.parts.length > of.subscripts ? withArguments(of, setting) : named(of, setting);
    case "plus":
      return sumOf(
        of.parts.map((each) => evaluate(each, setting)),
        setting.system.n,
      );
    case "times":
      return productOf(of.parts.map((each) => evaluate(each, setting)));
    case "power":
      return scalar(raised(part(0).parts[0]!, affineForm(part(1).parts[0]!, n).shift));
    case "dot":
      return dotOf(part(0), part(1), d);
    case "outer":
      return outerOf(part(0), part(1));
    case "exp":
      return scalar(exponential(part(0).parts[0]!));
    case "ln":
      return scalar(logarithm(part(0).parts[0]!));
    case "delta":
      return scalar(
        part(0)
          .parts.map((each) => sharp(each))
          .reduce(multiply),
      );
    case "average":
      return averaged(part(0), setting);
    case "apply": {
      const rate = setting.rates.get(of.key);
      return rate ? evaluate(rate, setting) : applied(of.parts[0]!, of.parts[1]!, setting);
    }
    case "atoms":
      return overAtoms(of.name, setting, (inner) => evaluate(of.parts[0]!, inner));
    case "series":
      return overIntegers(of, setting, (inner) => evaluate(of.parts[0]!, inner));
    case "product":
      return overFactors(of, setting);
    case "integral":
      return overTime(of, setting);
    case "phase":
      return overPhase(of, setting);
    case "at":
      return evaluatedAt(of, setting);
    case "limit":
      return limiting(of, setting, { evaluate, averaged });
    default:
      return beyond(`A ${of.head}`);
  }
};
