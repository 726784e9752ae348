import { atoms, integral, limit, one, phase, product, series } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { atDifferential } from "./derivatives.js";
import { labelOf } from "./names.js";
import { built, need, next, peek, type Reader, reading, stop, took } from "./reader.js";
import { plainName } from "./symbols.js";
import type { Token } from "./tokens.js";

const within = (reader: Reader, index: string): Term => {
  reader.bound.push(index);
  const body = reader.grammar.contraction(reader);
  reader.bound.pop();
  return body;
};

const index = (reader: Reader): string => {
  const token = next(reader);
  return token.kind === "name" ? token.text : stop(reader, token, `${token.text} is no index`, "a letter", "Write Σ_i");
};

/** Σ_i over the atoms, Σ_{n=0}^∞ and ∏_{l=1}^M over integers; they reach to the next + or −. */
export const summation = (reader: Reader): Term => {
  const sign = next(reader);
  need(reader, "_");
  const braced = took(reader, "{");
  const over = index(reader);
  if (!braced || took(reader, "}")) {
    if (sign.text === "Σ") return atoms(over, within(reader, over));
    return stop(reader, sign, "The product has no ends", "∏_{l=1}^M", "Write them");
  }
  need(reader, "=");
  const from = reader.grammar.sum(reader);
  need(reader, "}");
  need(reader, "^");
  const to = reader.grammar.exponent(reader);
  const body = within(reader, over);
  return built(reader, sign, () => (sign.text === "Σ" ? series : product)(over, body, from, to));
};

/** lim_{t→∞} … */
export const limiting = (reader: Reader): Term => {
  next(reader);
  need(reader, "_");
  need(reader, "{");
  const variable = plainName(reader);
  need(reader, "→");
  const target = reader.grammar.sum(reader);
  need(reader, "}");
  return limit(labelOf(variable), reader.grammar.contraction(reader), target);
};

const differential = (reader: Reader, sign: Token): Term => {
  if (!atDifferential(reader))
    return stop(reader, sign, "The integral has no d at its end", "∫ … ds or ∫ … dΓ*", "Write what is integrated over");
  next(reader);
  return plainName(reader);
};

/** The integrand and the variable, whose d may also stand in front: ∫ ds f. */
const integrand = (reader: Reader, sign: Token): readonly [Term, Term] => {
  if (atDifferential(reader)) {
    const first = differential(reader, sign);
    const isEmpty = peek(reader).kind === "end" || [")", "]", "}", "+", "-", "="].includes(peek(reader).text);
    return [isEmpty ? one : reader.grammar.contraction(reader), first];
  }
  const body = reading(reader, false, reader.grammar.sum);
  return [body, differential(reader, sign)];
};

/** ∫_{a}^{b} … ds between ends, ∫ … dx over all places, ∫ … dΓ* over phase space or a part of it. */
export const integration = (reader: Reader): Term => {
  const sign = next(reader);
  const from = took(reader, "_") ? reader.grammar.exponent(reader) : undefined;
  const to = from && need(reader, "^") ? reader.grammar.exponent(reader) : undefined;
  const [body, variable] = integrand(reader, sign);
  if (variable.name.startsWith("Γ")) return built(reader, sign, () => phase(body, `${variable.name}*`));
  if (!from && reader.declarations.get(labelOf(variable))?.role === "place")
    return built(reader, sign, () => integral(labelOf(variable), body));
  if (!from || !to)
    return stop(reader, sign, `The integral over ${labelOf(variable)} has no ends`, "∫_{a}^{b} … ds", "Write the ends");
  return built(reader, sign, () => integral(labelOf(variable), body, from, to));
};
