import { number } from "../terms/build.js";
import type { Head, Term } from "../terms/term.js";
import { equals, isBare, isDerivative, isInverse, isNegative, isNumber, isPlain, isSign, isWhole } from "./shapes.js";
import { looseness as loose, type Printed, type Style } from "./style.js";

type Layout = (of: Term, style: Style) => Printed;

const factor = (text: string): Printed => ({ text, level: loose.factor });
/** In brackets where it holds together more loosely than is asked; of a product, its last factor alone where that is enough. */
const at = (of: Term, level: number, style: Style): string => {
  const printed = layout(of, style);
  if (printed.level >= level) return printed.text;
  const isEnd = of.head === "times" && printed.level === loose.open && level <= loose.product;
  return isEnd ? sequence(of.parts, style, true).text : style.bracket(printed.text);
};
const whole = (of: Term, style: Style): string => layout(of, style).text;
const negative = (text: string, style: Style): Printed => ({
  text: style.minus + text,
  level: loose.sum,
  negated: text,
});

const openHeads = new Set<Head>(["atoms", "series", "product", "limit", "apply"]);

/** What something else follows, or an operator acts on: in print, an integral stands in brackets there. */
const enclosed = (of: Term, level: number, style: Style): string =>
  !style.isLinear && (of.head === "phase" || (of.head === "integral" && level !== loose.dot))
    ? style.bracket(whole(of, style))
    : at(of, level, style);

/** The last factor of a product may be one that reaches to the right. */
const last = (of: Term, style: Style, isClosed = false): Printed => {
  const printed = layout(of, style);
  const fits = printed.level >= loose.factor || (openHeads.has(of.head) && !(isClosed && printed.level === loose.open));
  return fits ? printed : factor(style.bracket(printed.text));
};

const each = (of: Term, isFirst: boolean, style: Style): string =>
  isFirst && isNumber(of) && !isNegative(of) ? style.number(of.value!) : enclosed(of, loose.factor, style);

const inverted = (of: Term, style: Style): string =>
  style.power(at(of.parts[0]!, loose.factor, style), `(${style.minus}1)`, of);

const divisor = ([base]: readonly Term[], style: Style): string => {
  if (!style.isLinear) return whole(base!, style);
  return base!.head === "apply" ? style.bracket(whole(base!, style)) : at(base!, loose.factor, style);
};

const dividend = (of: Term, printed: string, style: Style): string =>
  style.isLinear || isNumber(of) ? printed : whole(of, style);

/** Whether the notation would read a/b as another term: 1/b is b⁻¹, 2/3 a number. */
const isMisread = (before: Term | undefined, of: Term, i: number): boolean =>
  (isNumber(before) && isNumber(of.parts[0])) || (i === 1 && equals(before, 1)) || (!before && isNumber(of.parts[0]));

const divided = (pieces: readonly string[], parts: readonly Term[], i: number, style: Style): readonly string[] => {
  const [before, of] = [parts[i - 1], parts[i]!];
  if (style.isLinear && isMisread(before, of, i)) return [...pieces, inverted(of, style)];
  const bottom = divisor(of.parts, style);
  if (!before || (isInverse(before) && !style.isLinear)) return [...pieces, style.fraction(undefined, bottom)];
  return [...pieces.slice(0, -1), style.fraction(dividend(before, pieces.at(-1)!, style), bottom)];
};

/** The factors of a product in order. */
const sequence = (parts: readonly Term[], style: Style, isClosed = false): Printed => {
  const end = parts.length > 1 && !isInverse(parts.at(-1)!) ? last(parts.at(-1)!, style, isClosed) : undefined;
  let pieces: readonly string[] = [];
  for (const [i, part] of (end ? parts.slice(0, -1) : parts).entries())
    pieces = isInverse(part) ? divided(pieces, parts, i, style) : [...pieces, each(part, i === 0, style)];
  return {
    text: style.join(end ? [...pieces, end.text] : pieces),
    level: end?.level === loose.open ? loose.open : loose.product,
  };
};

const times: Layout = ({ parts }, style) => {
  const [first, second, ...more] = parts;
  const isLoneFactor = more.length === 0 && (second?.head === "times" || isInverse(second!));
  if (!isNegative(first) || isLoneFactor || (equals(first, -1) && isNumber(second))) return sequence(parts, style);
  if (!equals(first, -1))
    return negative(sequence([number(first!.value!.neg()), ...parts.slice(1)], style).text, style);
  if (more.length > 0) return negative(sequence(parts.slice(1), style).text, style);
  return negative(at(second!, loose.open, style), style);
};

const plus: Layout = ({ parts }, style) => {
  const text = parts
    .map((part, i) => {
      const printed = layout(part, style);
      if (printed.negated !== undefined) return `${i === 0 ? style.minus : ` ${style.minus} `}${printed.negated}`;
      return `${i === 0 ? "" : " + "}${printed.level >= loose.open ? printed.text : style.bracket(printed.text)}`;
    })
    .join("");
  return { text, level: loose.sum };
};

const contracted =
  (sign: "dot" | "outer"): Layout =>
  ({ parts: [a, b] }, style) => {
    if (sign === "dot" && a!.key === b!.key && a!.head === "symbol" && a!.rank === 1)
      return factor(
        style.power(isPlain(a!) || a!.subscripts ? scripted(a!, style) : style.bracket(whole(a!, style)), "2", a!),
      );
    return { text: `${enclosed(a!, loose.dot, style)}${style[sign]}${at(b!, loose.product, style)}`, level: loose.dot };
  };

const scripted = (of: Term, style: Style): string =>
  of.starred || of.parts.length > of.subscripts ? style.bracket(whole(of, style)) : whole(of, style);

const based = (of: Term, style: Style): string => {
  if (of.head === "symbol") return scripted(of, style);
  return isWhole(of) ? whole(of, style) : style.bracket(whole(of, style));
};

const power: Layout = (of, style) => {
  const [base, exponent] = of.parts;
  if (isInverse(of) && !isNumber(base))
    return { text: style.fraction(undefined, divisor(of.parts, style)), level: loose.product };
  if (exponent!.key === number("1/2").key) return factor(style.root(whole(base!, style), of));
  const above = isWhole(exponent!) || isPlain(exponent!) ? whole(exponent!, style) : `(${whole(exponent!, style)})`;
  return factor(style.power(based(base!, style), above, of));
};

const exponential: Layout = (of, style) => factor(style.exponential(whole(of.parts[0]!, style), of));

/** A number times names, which stands before the generator: e^{1/2 h A}. */
const isMonomial = ({ head, parts: [first, ...names] }: Term): boolean =>
  head === "times" && isNumber(first) && !equals(first, -1) && names.every(isPlain);

const semigroup: Layout = ({ parts: [generator, time] }, style) => {
  if (equals(time, 1)) return factor(style.semigroup(whole(generator!, style)));
  const L = at(generator!, loose.factor, style);
  if (equals(time, -1)) return factor(style.semigroup(style.minus + L));
  if (isMonomial(time!)) return factor(style.semigroup(style.join([whole(time!, style), L])));
  if (isSign(time!)) return factor(style.semigroup(style.minus + style.join([L, whole(time!.parts[1]!, style)])));
  const isShort = time!.head === "symbol" || isWhole(time!);
  const t = whole(time!, style);
  return factor(style.semigroup(style.join([L, isShort ? t : style.bracket(t)])));
};

const operator =
  (mark: "∂" | "d" | "δ"): Layout =>
  ({ parts: [by] }, style) =>
    factor(style.derivative(mark, undefined, whole(by!, style)));

const divergence: Layout = ({ parts: [by] }, style) => ({
  text: `${style.derivative("∂", undefined, whole(by!, style))}${style.dot.trimEnd()}`,
  level: loose.open,
});

const signs: Readonly<Partial<Record<Head, "∂" | "d" | "δ">>> = { partial: "∂", total: "d", variation: "δ" };

/** ∂ⁿφ/∂xⁿ: a function under derivatives by the same scalar, and how many they are. */
const repeated = ({ parts: [of, to] }: Term, order = 1): { readonly of: Term; readonly order: number } | undefined => {
  if (of!.head !== "partial" || of!.rank > 0) return undefined;
  if (isBare(to!)) return { of: to!, order };
  return to!.head === "apply" && to!.parts[0]!.key === of!.key ? repeated(to!, order + 1) : undefined;
};

const applied: Layout = (self, style) => {
  const [of, to] = self.parts;
  const [by] = of!.parts;
  const many = style.isLinear ? undefined : repeated(self);
  if (many && many.order > 1)
    return factor(style.derivative("∂", whole(many.of, style), whole(by!, style), many.order));
  if (isDerivative(of!) && isBare(to!))
    return factor(style.derivative(signs[of!.head]!, whole(to!, style), whole(by!, style)));
  if (of!.head === "divergence") {
    const nabla = style.derivative("∂", undefined, whole(by!, style));
    return { text: `${nabla}${style.dot}${enclosed(to!, loose.open, style)}`, level: loose.open };
  }
  const isInline = to!.head === "times" && !isNegative(to!.parts[0]) && !isInverse(to!.parts[0]!);
  const isIntegral = to!.head === "phase" || to!.head === "integral";
  const alone = isIntegral ? factor(enclosed(to!, loose.factor, style)) : last(to!, style);
  const operand = isInline ? sequence(to!.parts, style) : alone;
  const text = style.join([at(of!, loose.factor, style), operand.text]);
  return { text, level: operand.level === loose.open ? loose.open : loose.product };
};

const summed =
  (sign: "Σ" | "∏"): Layout =>
  ({ name, parts: [body, from, to] }, style) => {
    const ends = from && ([whole(from, style), whole(to!, style)] as const);
    return { text: `${style.sum(sign, name, ends)} ${at(body!, loose.open, style)}`, level: loose.open };
  };

const integral: Layout = ({ parts: [body, from, to], name }, style) =>
  factor(
    style.integral(at(body!, loose.open, style), style.variable(name), from && [whole(from, style), whole(to!, style)]),
  );

const layouts: Readonly<Record<Head, Layout>> = {
  number: ({ value }, style) => {
    if (value!.compare(0) < 0) return negative(style.number(value!.neg()), style);
    return { text: style.number(value!), level: value!.d === 1n ? loose.factor : loose.product };
  },
  symbol: (of, style) => {
    const [subscript] = of.subscripts ? of.parts : [];
    const args = of.parts.slice(of.subscripts).map((arg) => whole(arg, style));
    return factor(style.name(of, subscript && whole(subscript, style), args));
  },
  plus,
  times,
  power,
  commutator: ({ parts: [a, b] }, style) => factor(style.commutator(whole(a!, style), whole(b!, style))),
  dot: contracted("dot"),
  outer: contracted("outer"),
  exp: exponential,
  ln: ({ parts: [of] }, style) => factor(style.call("ln", whole(of!, style))),
  delta: ({ parts: [of] }, style) => factor(style.call("δ", whole(of!, style))),
  average: ({ parts: [of] }, style) =>
    factor(style.average(of!.head === "symbol" ? scripted(of!, style) : style.bracket(whole(of!, style)))),
  partial: operator("∂"),
  total: operator("d"),
  divergence,
  variation: operator("δ"),
  semigroup,
  apply: applied,
  atoms: summed("Σ"),
  series: summed("Σ"),
  product: summed("∏"),
  phase: integral,
  integral,
  limit: ({ parts: [body, target], name }, style) => ({
    text: `${style.limit(style.variable(name), whole(target!, style))} ${at(body!, loose.open, style)}`,
    level: loose.open,
  }),
  at: ({ parts: [of, variable, value] }, style) =>
    factor(style.at(style.bracket(whole(of!, style)), whole(variable!, style), whole(value!, style))),
};

/** A term in a style, with the brackets that the notation needs to read it back. */
export const layout: Layout = (of, style) => layouts[of.head](of, style);
