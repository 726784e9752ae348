import { at, average, delta, dot, exp, ln, number, power, semigroup, symbol, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { integration, limiting, summation } from "./binders.js";
import { atDifferential, atVariation, derivative } from "./derivatives.js";
import { resolve } from "./names.js";
import {
  bracketed,
  built,
  missing,
  need,
  next,
  opens,
  peek,
  type Reader,
  reading,
  sees,
  stop,
  took,
} from "./reader.js";
import { name } from "./symbols.js";

const half = number("1/2");
const functions: Readonly<Record<string, (of: Term) => Term>> = {
  exp,
  ln,
  δ: delta,
  delta,
  sqrt: (of) => power(of, half),
};

/** e^{−βH}, or e^{𝓛₀t} where an operator stands in the exponent. */
const exponential = (reader: Reader): Term => {
  const e = next(reader);
  next(reader);
  const exponent = reading(reader, true, reader.grammar.exponent);
  if (exponent.sort === "function") return built(reader, e, () => exp(exponent));
  const factors = exponent.head === "times" ? exponent.parts : [exponent];
  const [generator, ...others] = factors.filter(({ sort }) => sort === "operator");
  if (others.length > 0)
    return stop(reader, e, "More than one operator stands in the exponent", "e^{L0 s}", "Write their sum in brackets");
  return built(reader, e, () => semigroup(generator!, times(...factors.filter(({ sort }) => sort === "function"))));
};

const signs: Readonly<Record<string, (reader: Reader) => Term>> = {
  "∫": integration,
  Σ: summation,
  "∏": summation,
  "√": (reader) => {
    next(reader);
    return power(primary(reader), half);
  },
  "∞": (reader) => symbol(next(reader).text),
};

const word = (reader: Reader): Term => {
  const { text } = peek(reader);
  const free = !resolve(reader.declarations, text);
  if (free && text === "e" && sees(reader, "^", 1)) return exponential(reader);
  if (free && text === "lim") return limiting(reader);
  if (free && atVariation(reader)) return derivative(reader);
  const of = free && opens(peek(reader, 1)) ? functions[text] : undefined;
  if (!of) return name(reader);
  const token = next(reader);
  const argument = bracketed(reader);
  return built(reader, token, () => of(argument));
};

/** A name, number, bracket, derivative, integral, sum or function. */
export const primary = (reader: Reader): Term => {
  const token = peek(reader);
  if (token.kind === "number") return number(next(reader).text);
  if (token.kind === "mark") return atDifferential(reader) ? missing(reader) : derivative(reader);
  if (token.kind === "name") return word(reader);
  if (opens(token)) return bracketed(reader);
  const read = token.kind === "sign" ? signs[token.text] : undefined;
  return read ? read(reader) : missing(reader);
};

/** Whether another factor of a product stands here. */
export const atFactor = (reader: Reader): boolean => {
  const token = peek(reader);
  if (token.kind === "mark") return !atDifferential(reader);
  return (
    token.kind === "number" || token.kind === "name" || opens(token) || (token.kind === "sign" && token.text in signs)
  );
};

/** …|_{R = R*}. */
const evaluated = (reader: Reader, of: Term): Term => {
  const bar = next(reader);
  need(reader, "_");
  need(reader, "{");
  const variable = reader.grammar.sum(reader);
  need(reader, "=");
  const value = reader.grammar.sum(reader);
  need(reader, "}");
  return built(reader, bar, () => at(of, variable, value));
};

const tookAverage = (reader: Reader): boolean => {
  const braced = sees(reader, "{", 1) && sees(reader, "th", 2);
  if (!sees(reader, "^") || !(braced || sees(reader, "th", 1))) return false;
  reader.place += braced ? 4 : 2;
  return true;
};

/** bᵉ; the square of a vector is its dot with itself. */
const raised = (of: Term, exponent: Term): Term =>
  of.rank === 1 && exponent.key === number(2).key ? dot(of, of) : power(of, exponent);

/** A primary with its powers, its ^th and its |_{x = y}. */
export const factor = (reader: Reader): Term => {
  const start = peek(reader);
  let of = primary(reader);
  for (;;) {
    const before = of;
    if (tookAverage(reader)) of = built(reader, start, () => average(before));
    else if (took(reader, "^")) {
      const exponent = reader.grammar.exponent(reader);
      of = built(reader, start, () => raised(before, exponent));
    } else if (sees(reader, "|")) of = evaluated(reader, of);
    else return of;
  }
};
