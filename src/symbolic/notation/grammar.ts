import { PhysicsError } from "../../errors.js";
import { apply, divergence, dot, minus, number, outer, plus, power, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { atFactor, factor, primary } from "./factors.js";
import { bracketed, built, type Grammar, opens, peek, type Reader, sees, took } from "./reader.js";

/** A product from its factors: an operator acts on all that stands behind it. */
const together = (factors: readonly Term[], composing: boolean): Term => {
  const k = composing ? -1 : factors.findIndex(({ sort }) => sort === "operator");
  if (k < 0 || k === factors.length - 1) return times(...factors);
  const behind = factors.slice(k + 1);
  const operand = together(behind, composing);
  if (operand.sort === "function") return times(...factors.slice(0, k), apply(factors[k]!, operand));
  return times(
    ...factors.slice(0, k + 1),
    ...(behind.length > 1 && operand.head === "times" ? operand.parts : [operand]),
  );
};

const isNumber = (of: Term | undefined, value?: number): boolean =>
  of?.head === "number" && (value === undefined || of.value!.equals(value));

/** a/b: 1/2 is a number, 1/b the inverse of b. */
const divided = (factors: Term[], divisor: Term): Term[] => {
  const last = factors.at(-1);
  if (isNumber(last) && isNumber(divisor, 0))
    throw new PhysicsError("expression", {
      what: "A number is divided by 0",
      expected: "a divisor that is not 0",
      remedy: "Check the fraction",
    });
  if (isNumber(last) && isNumber(divisor)) return [...factors.slice(0, -1), number(last!.value!.div(divisor.value!))];
  const inverse = power(divisor, number(-1));
  return factors.length === 1 && isNumber(last, 1) ? [inverse] : [...factors, inverse];
};

const factorsOf = (reader: Reader): readonly Term[] => {
  let factors = [factor(reader)];
  for (;;) {
    const start = peek(reader);
    if (took(reader, "/")) {
      const divisor = factor(reader);
      const before = factors;
      factors = built(reader, start, () => divided(before, divisor));
    } else if (atFactor(reader)) factors.push(factor(reader));
    else return factors;
  }
};

const isGradient = (of: Term | undefined): boolean => of?.head === "partial" && of.rank > 0;

const isClosed = (reader: Reader): boolean => [")", "]", "}", ""].includes(peek(reader).text);

/** One product; a bare ∂/∂x before a dot is the divergence of all that follows. */
const segment = (reader: Reader): Term => {
  const start = peek(reader);
  const factors = factorsOf(reader);
  const last = factors.at(-1);
  if (!isGradient(last) || !took(reader, "·")) return built(reader, start, () => together(factors, reader.composing));
  const operator = divergence(last!.parts[0]!);
  const acted = isClosed(reader) ? undefined : contraction(reader);
  return built(reader, start, () =>
    together([...factors.slice(0, -1), acted ? apply(operator, acted) : operator], reader.composing),
  );
};

const contraction = (reader: Reader): Term => {
  const start = peek(reader);
  let left = segment(reader);
  while (sees(reader, "·") || sees(reader, "⊗")) {
    const join = took(reader, "·") ? dot : outer;
    if (join === outer) took(reader, "⊗");
    const before = left;
    const right = segment(reader);
    left = built(reader, start, () => join(before, right));
  }
  return left;
};

const negated = (of: Term): Term => {
  if (of.head === "number") return number(of.value!.neg());
  if (of.head !== "times") return minus(of);
  const [first, ...rest] = of.parts;
  return isNumber(first) ? times(number(first!.value!.neg()), ...rest) : times(number(-1), ...of.parts);
};

const sum = (reader: Reader): Term => {
  const start = peek(reader);
  const parts: Term[] = [];
  do {
    const negative = took(reader, "-");
    if (!negative) took(reader, "+");
    const part = contraction(reader);
    parts.push(negative ? negated(part) : part);
  } while (sees(reader, "+") || sees(reader, "-"));
  return built(reader, start, () => plus(...parts));
};

const exponent = (reader: Reader): Term => {
  if (opens(peek(reader))) return bracketed(reader, reader.composing);
  return took(reader, "-") ? negated(primary(reader)) : primary(reader);
};

/** a b is a product, / and juxtaposition have one level; then · and ⊗, then + and −. */
export const grammar: Grammar = { sum, contraction, exponent };
