import { PhysicsError } from "../../errors.js";
import { gaussLegendre } from "../../linalg/quadrature/gauss-legendre.js";
import { apply, symbol, times } from "../terms/build.js";
import type { Head, Term } from "../terms/term.js";
import { add, constant, differentiate, type Element, linear, multiply, scale } from "./element.js";
import { affineForm, exponential, logarithm, raised } from "./functions.js";
import { integrate } from "./integrate.js";
import { remembered } from "./remember.js";
import type { Setting, Value } from "./setting.js";
import { identity, substitute } from "./substitute.js";
import { flowMap, liouvilleOf, type System, T0 } from "./system.js";

export type { Setting, Value };

export const beyond = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `${what} cannot be evaluated on harmonic systems`,
    expected: "terms made of polynomials, Gaussians, flows, integrals and averages",
    remedy: "Certify the statement by rules, or by simulation",
  });
};

const scalar = (part: Element): Value => ({ rank: 0, parts: [part] });
const power = (d: number, rank: number): number => d ** rank;

/** An integer subscript or end: n − i. */
const integer = (of: Term, { bound, system }: Setting): number => {
  const go = (t: Term): number => {
    switch (t.head) {
      case "number":
        return t.value!.valueOf();
      case "symbol":
        return t.name === "∞"
          ? 3
          : (bound.get(t.name) ?? system.constants.get(t.name) ?? beyond(`The subscript ${t.name}`));
      case "plus":
        return t.parts.reduce((sum, part) => sum + go(part), 0);
      case "times":
        return t.parts.reduce((product, part) => product * go(part), 1);
      default:
        return beyond("A subscript");
    }
  };
  return go(of);
};

/** The name with its subscript as it is looked up: ρ_0, t_1, A_1; of atoms mᵢ the bare name. */
export const labelOf = (of: Term, setting: Setting): string => {
  if (!of.subscripts) return of.name;
  const [subscript] = of.parts;
  const bare =
    subscript!.head === "symbol" && !setting.bound.has(subscript!.name)
      ? subscript!.name
      : integer(subscript!, setting);
  return `${of.name}_${bare}`;
};

const mapped = ({ rank, parts }: Value, f: (part: Element) => Element): Value => ({ rank, parts: parts.map(f) });

export const sumOf = (values: readonly Value[], setting: Setting): Value => {
  const live = values.filter(({ parts }) => parts.some(({ pieces }) => pieces.length > 0));
  const [first] = live.length > 0 ? live : values;
  if (!first) return scalar(constant(setting.system.n, 0));
  return {
    rank: first.rank,
    parts: first.parts.map((_, c) => add(...(live.length > 0 ? live : [first]).map(({ parts }) => parts[c]!))),
  };
};

/** a ⊗ b. */
export const outerOf = (a: Value, b: Value): Value => ({
  rank: a.rank + b.rank,
  parts: a.parts.flatMap((x) => b.parts.map((y) => multiply(x, y))),
});

/** a · b over the last direction of a and the first of b. */
const dotOf = (a: Value, b: Value, d: number): Value => {
  const [rows, columns] = [power(d, a.rank - 1), power(d, b.rank - 1)];
  const parts: Element[] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      parts.push(add(...Array.from({ length: d }, (_, k) => multiply(a.parts[i * d + k]!, b.parts[k * columns + j]!))));
  return { rank: a.rank + b.rank - 2, parts };
};

/** The variables that a derivative is taken by, each with its weight: coordinates of an atom, a slow variable, a time. */
const directions = (by: Term, setting: Setting): readonly (readonly (readonly [number, number])[])[] => {
  const { system, bound } = setting;
  const { N, d } = system;
  if (by.subscripts && (by.name === "r" || by.name === "p")) {
    const i = bound.get(by.parts[0]!.name) ?? integer(by.parts[0]!, setting);
    const start = (by.name === "p" ? N * d : 0) + i * d;
    return Array.from({ length: d }, (_, c) => [[start + c, 1]]);
  }
  const slow = system.slow.get(by.name);
  if (slow && !by.starred) return Array.from({ length: d }, (_, c) => [[slow.at + c, 1]]);
  if (by.starred && ["R", "Φ"].includes(by.name)) {
    const root = by.name === "Φ" ? Math.sqrt(system.constants.get("ε")!) : 1;
    return Array.from({ length: d }, (_, c) =>
      system.inside.flatMap((inside, i) => (inside ? [[i * d + c, 1 / root] as const] : [])),
    );
  }
  const time = system.times.get(labelOf(by, setting));
  return time === undefined ? beyond(`The derivative by ${labelOf(by, setting)}`) : [[[time, 1]]];
};

const slopes = (of: Element, along: readonly (readonly [number, number])[]): Element =>
  add(...along.map(([k, weight]) => scale(differentiate(of, k), weight)));

const gradient = (by: Term, of: Value, setting: Setting): Value => ({
  rank: of.rank + by.rank,
  parts: directions(by, setting).flatMap((along) => of.parts.map((part) => slopes(part, along))),
});

const divergence = (by: Term, of: Value, setting: Setting): Value => {
  const all = directions(by, setting);
  const columns = of.parts.length / all.length;
  return {
    rank: of.rank - 1,
    parts: Array.from({ length: columns }, (_, j) =>
      add(...all.map((along, k) => slopes(of.parts[k * columns + j]!, along))),
    ),
  };
};

/** With the slow variables replaced by their phase functions. */
export const onManifold = (of: Element, { n, slow }: System): Element => {
  const map = identity(n);
  for (const { at, forms } of slow.values())
    for (const [c, form] of forms.entries()) for (let k = 0; k < n; k++) map.S[(at + c) * n + k] = form[k]!;
  return substitute(of, map);
};

/** A time as its value and its slope in t₀. */
const timeOf = (of: Term, setting: Setting): { readonly value: number; readonly slope: number } => {
  const { n, times } = setting.system;
  const form = affineForm(evaluate(of, setting).parts[0]!, n);
  return { value: form.shift, slope: setting.isSloped ? form.form[times.get("t_0")!]! : 0 };
};

const jet = ({ system: { n, times } }: Setting): Element => {
  const form = new Float64Array(n);
  form[times.get("t_0")!] = 1;
  return linear(n, form);
};

/** e^{𝓛τ}A = A at −τ along the flow; to first order in t₀ − T. */
const moved = (of: Value, time: { readonly value: number; readonly slope: number }, setting: Setting): Value => {
  const { system, flow } = setting;
  const map = flowMap(system, flow, -time.value);
  return mapped(of, (part) => {
    const at = substitute(part, map);
    if (time.slope === 0) return at;
    const rate = substitute(liouvilleOf(system, flow, part), map);
    return add(at, scale(multiply(jet(setting), rate), time.slope));
  });
};

/** An operator acting on a value. */
const act = (operator: Term, of: Value, setting: Setting): Value => {
  const { system } = setting;
  if (operator.sort === "function") return outerOf(evaluate(operator, setting), of);
  switch (operator.head) {
    case "symbol":
      return actByName(operator, of, setting);
    case "partial":
      return gradient(operator.parts[0]!, of, setting);
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
        setting,
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

const definitionOf = (
  of: Term,
  label: string,
  setting: Setting,
): { readonly right: Term; readonly setting: Setting } | undefined => {
  const own = setting.definitions.get(label);
  if (own) return { right: own, setting };
  const family = of.subscripts ? setting.families.get(of.name) : undefined;
  if (!family) return undefined;
  const value = integer(of.parts[0]!, setting);
  return { right: family.right, setting: { ...setting, bound: new Map([...setting.bound, [family.index, value]]) } };
};

const overAtoms = (index: string, setting: Setting, f: (inner: Setting) => Value): Value =>
  sumOf(
    Array.from({ length: setting.system.N }, (_, i) =>
      f({ ...setting, bound: new Map([...setting.bound, [index, i]]) }),
    ),
    setting,
  );

const overIntegers = (of: Term, setting: Setting, f: (inner: Setting) => Value): Value => {
  const [from, to] = [integer(of.parts[1]!, setting), integer(of.parts[2]!, setting)];
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, k) =>
    f({ ...setting, bound: new Map([...setting.bound, [of.name, from + k]]) }),
  );
  return sumOf(all, setting);
};

/** ∏ over the atoms of the nanoparticle, which are the first and are counted from 1. */
const overFactors = (of: Term, setting: Setting): Value => {
  const [from, to] = [integer(of.parts[1]!, setting), integer(of.parts[2]!, setting)];
  return product(
    Array.from({ length: to - from + 1 }, (_, k) =>
      evaluate(of.parts[0]!, { ...setting, bound: new Map([...setting.bound, [of.name, from + k - 1]]) }),
    ),
  );
};

const rule = gaussLegendre(14);
const legendre = (a: number, b: number): readonly (readonly [number, number])[] =>
  Array.from(rule.nodes, (x, k) => [(a + b) / 2 + ((b - a) / 2) * x, (rule.weights[k]! * (b - a)) / 2] as const);

const overTime = (of: Term, setting: Setting): Value => {
  const [body, from, to] = of.parts as [Term, Term, Term];
  const [a, b] = [timeOf(from, setting), timeOf(to, setting)];
  const at = (s: number) => evaluate(body, { ...setting, bound: new Map([...setting.bound, [of.name, s]]) });
  const terms = legendre(a.value, b.value).map(([s, weight]) => mapped(at(s), (part) => scale(part, weight)));
  const ends = (
    [
      [a, -1],
      [b, 1],
    ] as const
  ).flatMap(([end, sign]) =>
    end.slope === 0 ? [] : [mapped(at(end.value), (part) => scale(multiply(jet(setting), part), sign * end.slope))],
  );
  return sumOf([...terms, ...ends], setting);
};

/** The variables of a part of phase space. */
const variablesOf = (part: string, { N, d, inside }: System): readonly number[] => {
  const block = (offset: number, which: (i: number) => boolean) =>
    Array.from({ length: N * d }, (_, k) => k)
      .filter((k) => which(Math.floor(k / d)))
      .map((k) => offset + k);
  const parts: Readonly<Record<string, readonly number[]>> = {
    "Γ*": [...block(0, () => true), ...block(N * d, () => true)],
    "Γr*": block(0, () => true),
    "Γ0*": block(N * d, (i) => !inside[i]),
    "Γ1*": block(N * d, (i) => inside[i] === 1),
  };
  return parts[part] ?? beyond(`The integral over ${part}`);
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

/** σᵢ = rᵢ − Rθᵢ, where atom i is seen from the centre of mass. */
const displacement = (i: number, { N, d, n, mass, inside, constants }: Setting["system"]): Value => ({
  rank: 1,
  parts: Array.from({ length: d }, (_, c) => {
    const form = new Float64Array(n);
    for (let k = 0; k < N; k++) form[k * d + c] = -(inside[i]! * mass[k]! * inside[k]!) / constants.get("m")!;
    form[i * d + c]! += 1;
    return linear(n, form);
  }),
});

/** A symbol of the system itself, if it is one. */
const native = (of: Term, label: string, setting: Setting): Value | undefined => {
  const { system, bound } = setting;
  const { N, d, n } = system;
  if (bound.has(label)) return scalar(constant(n, bound.get(label)!));
  if (of.subscripts && bound.has(of.parts[0]!.name)) {
    const i = bound.get(of.parts[0]!.name)!;
    const coordinates = (offset: number): Value => ({
      rank: 1,
      parts: Array.from({ length: d }, (_, c) =>
        linear(
          n,
          Float64Array.from({ length: n }, (_, k) => (k === offset + i * d + c ? 1 : 0)),
        ),
      ),
    });
    if (of.name === "m") return scalar(constant(n, system.mass[i]!));
    if (of.name === "θ") return scalar(constant(n, system.inside[i]!));
    if (of.name === "r") return coordinates(0);
    if (of.name === "p") return coordinates(N * d);
    if (of.name === "σ") return displacement(i, system);
    if (of.name === "F")
      return { rank: 1, parts: Array.from({ length: d }, (_, c) => scale(differentiate(system.V, i * d + c), -1)) };
  }
  const slow = system.slow.get(of.name);
  if (slow && !of.subscripts && (!of.starred || !setting.definitions.has(`${label}*`)))
    return {
      rank: 1,
      parts: slow.forms.map((form, c) =>
        linear(n, of.starred ? form : Float64Array.from({ length: n }, (_, k) => (k === slow.at + c ? 1 : 0))),
      ),
    };
  if (label === "V") return scalar(system.V);
  const time = system.times.get(label);
  if (time !== undefined)
    return scalar(
      linear(
        n,
        Float64Array.from({ length: n }, (_, k) => (k === time ? 1 : 0)),
        label === "t_0" ? T0 : 0,
      ),
    );
  const number_ = system.constants.get(label);
  return number_ === undefined ? undefined : scalar(constant(n, number_));
};

const ofRank = (of: Term, value: Value): Value => {
  if (value.rank === of.rank) return value;
  throw new PhysicsError("expression", {
    what: `${of.name} is defined with rank ${value.rank} and used with rank ${of.rank}`,
    expected: "one rank, 0 for scalars, 1 for vectors, 2 for tensors",
    remedy: "Look whether · stands where ⊗ belongs",
  });
};

const named = (of: Term, setting: Setting): Value => {
  const label = labelOf(of, setting);
  const given = setting.given.get(label);
  if (given) return given;
  const starredDefinition = of.starred ? setting.definitions.get(`${label}*`) : undefined;
  if (starredDefinition) return evaluate(starredDefinition, setting);
  const own = native(of, label, setting);
  if (own) return own;
  const definition = definitionOf(of, label, setting);
  return definition ? ofRank(of, evaluate(definition.right, definition.setting)) : setting.unknown(of, label, setting);
};

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
    for (const [c, part] of evaluate(arg, setting).parts.entries()) {
      const { form, shift } = affineForm(part, system.n);
      map.S.set(form, (slow.at + c) * system.n);
      map.s[slow.at + c] = shift;
    }
  }
  return changed ? mapped(value, (part) => substitute(part, map)) : value;
};

const evaluatedAt = (of: Term, setting: Setting): Value => {
  const [body, variable, value] = of.parts as [Term, Term, Term];
  const { system } = setting;
  const slow = system.slow.get(variable.name) ?? beyond("A value at something that is not a slow variable");
  const map = identity(system.n);
  for (const [c, part] of evaluate(value, setting).parts.entries()) {
    const { form, shift } = affineForm(part, system.n);
    map.S.set(form, (slow.at + c) * system.n);
    map.s[slow.at + c] = shift;
  }
  return mapped(evaluate(body, setting), (part) => substitute(part, map));
};

const product = (values: readonly Value[]): Value => values.reduce((a, b) => outerOf(a, b));

/** How a term behaves as t → ∞ next to t: Cesàro means go to thermal averages, which is the Gibbs hypothesis. */
const limiting = (of: Term, setting: Setting): Value => {
  if (setting.flow !== "gibbs") return beyond("A limit outside of the Gibbs hypothesis");
  const [body] = of.parts as [Term];
  const zero = constant(setting.system.n, 0);
  const isTime = (t: Term) => t.head === "symbol" && labelled(t) === of.name;
  const saidOf = (t: Term) => (t.head === "symbol" ? setting.definitions.get(labelOf(t, setting)) : undefined);
  const grows = (t: Term): boolean =>
    isTime(t) || t.parts.some(grows) || (saidOf(t) !== undefined && grows(saidOf(t)!));
  /** Powers of t taken out of a product, and what is left. */
  const rate = (t: Term, order: number): Value => {
    switch (t.head) {
      case "plus":
        return sumOf(
          t.parts.map((part) => rate(part, order)),
          setting,
        );
      case "times": {
        const powers = t.parts.filter((part) => isTime(part) || (part.head === "power" && isTime(part.parts[0]!)));
        const total = powers.reduce(
          (sum, part) => sum + (part.head === "power" ? part.parts[1]!.value!.valueOf() : 1),
          order,
        );
        const rest = t.parts.filter((part) => !powers.includes(part));
        const moving = rest.filter(grows);
        const fixed = rest.filter((part) => !grows(part)).map((part) => evaluate(part, setting));
        if (moving.length > 1) return beyond("A limit of a product");
        const last = moving[0] ? rate(moving[0], total) : atOrder(total, scalar(constant(setting.system.n, 1)));
        return product([...fixed, last]);
      }
      case "dot": {
        const [a, b] = t.parts as [Term, Term];
        if (grows(a) && grows(b)) return beyond("A limit of a product");
        return grows(a)
          ? dotOf(rate(a, order), evaluate(b, setting), setting.system.d)
          : dotOf(evaluate(a, setting), rate(b, order), setting.system.d);
      }
      case "integral":
        return order === -1 && t.parts.slice(1).some(grows)
          ? averaged(atStart(t), setting)
          : beyond("The limit of an integral");
      case "symbol": {
        const right = saidOf(t);
        return right && grows(right)
          ? rate(right, order)
          : atOrder(
              isTime(t) ? order + 1 : order,
              isTime(t) ? scalar(constant(setting.system.n, 1)) : evaluate(t, setting),
            );
      }
      default:
        return order < 0 && t.head === "apply" && t.parts[0]!.head === "semigroup"
          ? mapped(evaluate(t.parts[1]!, setting), () => zero)
          : grows(t)
            ? beyond("A limit")
            : atOrder(order, evaluate(t, setting));
    }
  };
  const atOrder = (order: number, value: Value): Value =>
    order === 0 ? value : order < 0 ? mapped(value, () => zero) : beyond("A limit that grows");
  /** The integrand at s = 0: e^{−𝓛₀s}A at 0 is A, and the average of both is one. */
  const atStart = (t: Term): Value =>
    evaluate(t.parts[0]!, { ...setting, bound: new Map([...setting.bound, [t.name, 0]]) });
  return rate(body, 0);
};

const labelled = (of: Term): string =>
  of.subscripts ? `${of.name}_${of.parts[0]!.value?.toFraction() ?? of.parts[0]!.name}` : of.name;

/** Whether an operator differentiates by t₀, as far as can be told before it acts. */
const differentiatesTime = (operator: Term, setting: Setting): boolean => {
  const isOpen = (of: Term) => {
    const [subscript] = of.subscripts ? of.parts : [];
    return subscript !== undefined && subscript.head !== "number" && !setting.bound.has(subscript.name);
  };
  if (operator.head === "partial" || operator.head === "total") {
    const [by] = operator.parts as [Term];
    return by.name === "t" && by.subscripts === 1 && (isOpen(by) || labelOf(by, setting) === "t_0");
  }
  if (operator.head !== "symbol") return operator.parts.some((part) => differentiatesTime(part, setting));
  if (operator.sort === "function") return false;
  if (isOpen(operator)) return true;
  const definition = definitionOf(operator, labelOf(operator, setting), setting);
  return definition !== undefined && differentiatesTime(definition.right, definition.setting);
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
        setting,
      );
    case "times":
      return product(of.parts.map((each) => evaluate(each, setting)));
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
          .parts.map((each) => sharp(each, n))
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
      return limiting(of, setting);
    default:
      return beyond(`A ${of.head}`);
  }
};

const sharp = (of: Element, n: number): Element => {
  const { form, shift } = affineForm(of, n);
  return { n, pieces: constant(n, 1).pieces.map((piece) => ({ ...piece, deltas: [{ form, shift, order: 0 }] })) };
};
