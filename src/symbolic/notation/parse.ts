import { PhysicsError } from "../../errors.js";
import {
  apply,
  at,
  atoms,
  average,
  delta,
  divergence,
  dot,
  exp,
  integral,
  limit,
  ln,
  minus,
  number,
  one,
  outer,
  partial,
  phase,
  plus,
  power,
  product,
  semigroup,
  series,
  symbol,
  times,
  total,
} from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { find, named, nearest } from "./names.js";
import { misread, type Token, tokens } from "./tokens.js";

/** The reader of one text: where it stands, and what is declared. */
interface Reader {
  readonly text: string;
  readonly list: readonly Token[];
  readonly declarations: Declarations;
  /** Bound names: indices of sums, variables of integrals and limits. */
  readonly bound: ReadonlySet<string>;
  place: number;
}

const peek = (reader: Reader, ahead = 0): Token => reader.list[Math.min(reader.place + ahead, reader.list.length - 1)]!;
const next = (reader: Reader): Token => reader.list[Math.min(reader.place++, reader.list.length - 1)]!;
const sees = (reader: Reader, ...signs: readonly string[]): boolean =>
  signs.every((sign, i) => peek(reader, i).text === sign);
const took = (reader: Reader, sign: string): boolean => sees(reader, sign) && next(reader) !== undefined;
const stop = (reader: Reader, what: string, expected: string, remedy: string, token = peek(reader)): never =>
  misread(reader.text, token.at, what, expected, remedy);
const need = (reader: Reader, sign: string): Token =>
  sees(reader, sign)
    ? next(reader)
    : stop(reader, `${peek(reader).text || "The end"} stands where ${sign} belongs`, sign, `Write ${sign} there`);
const within = (reader: Reader, name: string): Reader => {
  const parent = reader;
  return {
    ...reader,
    bound: new Set([...reader.bound, name]),
    get place() {
      return parent.place;
    },
    set place(value) {
      parent.place = value;
    },
  };
};

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
const bracketed = (reader: Reader): Term => {
  const open = next(reader).text;
  const inside = sum(reader);
  need(reader, closing[open]!);
  return inside;
};

/** A subscript: _0, _i, _{n−i}. */
const subscriptOf = (reader: Reader): Term | undefined => {
  if (!took(reader, "_")) return undefined;
  if (sees(reader, "{") || sees(reader, "(")) return bracketed(reader);
  const token = next(reader);
  return token.kind === "number" ? number(token.text) : symbol(token.text);
};

const isTime = (of: Term): boolean => of.rank === 0 && !of.parts.some(({ head }) => head === "phase");

/** Arguments, which stand right behind a name. */
const argumentsOf = (reader: Reader): readonly Term[] => {
  next(reader);
  const all: Term[] = [];
  do all.push(sum(reader));
  while (took(reader, ","));
  need(reader, ")");
  return all;
};

const L0 = (reader: Reader): Term => {
  const found = find(reader.declarations, "L0") ?? find(reader.declarations, "𝓛0");
  return found
    ? named(found, found.subscript)
    : stop(reader, "f(s) needs the operator 𝓛₀", "a declaration of L0", "Declare it");
};

/** A declared or bound name with subscript, primes, star and arguments. */
const name = (reader: Reader): Term => {
  const token = next(reader);
  if (reader.bound.has(token.text) && !find(reader.declarations, token.text)) return symbol(token.text);
  const subscripted = peek(reader).text === "_";
  const found =
    find(reader.declarations, subscripted ? `${token.text}_${peek(reader, 1).text}` : token.text) ??
    (subscripted ? find(reader.declarations, `${token.text}_`) : undefined) ??
    find(reader.declarations, token.text);
  if (!found)
    return stop(
      reader,
      `${token.text} is not declared`,
      `a declared name, such as ${nearest(reader.declarations, token.text).join(", ")}`,
      "Check the spelling, or declare it",
      token,
    );
  const subscript = found.subscript ?? subscriptOf(reader);
  const primes = /'*$/.exec(token.text)![0] === "" && took(reader, "'") ? "'" : "";
  const primed = primes ? (find(reader.declarations, `${found.name}'`) ?? { ...found, name: `${found.name}'` }) : found;
  const starred = took(reader, "*");
  const { role, of } = found.declaration;
  if (!sees(reader, "(") || peek(reader).spaced || (role !== "function" && role !== "phase"))
    return named(primed, subscript, starred);
  const args = argumentsOf(reader);
  if (role === "phase" && args.length === 1 && isTime(args[0]!) && !of.includes(args[0]!.name)) {
    const bare = named(primed, subscript, starred);
    return args[0]!.head === "number" ? bare : apply(semigroup(L0(reader), minus(args[0]!)), bare);
  }
  if (args.length !== of.length)
    return stop(
      reader,
      `${token.text} has ${args.length} arguments`,
      `${of.length}, ${token.text}(${of.join(", ")})`,
      "Write all of them, or none",
      token,
    );
  const usual = args.every(
    (arg, i) =>
      arg.head === "symbol" &&
      arg.parts.length === 0 &&
      arg.name === of[i] &&
      (!arg.starred || arg.name.startsWith("Γ")),
  );
  return named(primed, subscript, starred, usual ? [] : args);
};

const variable = (reader: Reader): Term => {
  const token = peek(reader);
  if (token.kind !== "name")
    stop(reader, `${token.text || "The end"} is differentiated by`, "a variable", "Write ∂/∂x");
  return name({
    ...reader,
    get place() {
      return reader.place;
    },
    set place(value) {
      reader.place = value;
    },
  });
};

/** ∂/∂x, ∂ρ/∂x. */
const derivative = (reader: Reader): Term => {
  next(reader);
  if (took(reader, "/")) {
    need(reader, "∂");
    return partial(variable(reader));
  }
  const of = primary(reader);
  need(reader, "/");
  need(reader, "∂");
  return apply(partial(variable(reader)), of);
};

const differentialName = (reader: Reader, token: Token): string | undefined => {
  if (
    token.kind !== "name" ||
    !/^d./u.test(token.text) ||
    find(reader.declarations, token.text) ||
    reader.bound.has(token.text)
  )
    return undefined;
  return token.text.slice(1);
};

/** How many tokens a name with subscript, prime and star takes from `ahead` on. */
const extent = (reader: Reader, ahead: number): number => {
  let end = ahead + 1;
  if (peek(reader, end).text === "_") end += 2;
  while (["'", "*"].includes(peek(reader, end).text)) end++;
  return end;
};

/** Whether dX/dY stands here. */
const isTotal = (reader: Reader): boolean => {
  const token = peek(reader);
  if (token.text === "d" && peek(reader, 1).text === "/" && differentialName(reader, peek(reader, 2)) !== undefined)
    return true;
  if (differentialName(reader, token) === undefined) return false;
  const end = extent(reader, 0);
  return peek(reader, end).text === "/" && differentialName(reader, peek(reader, end + 1)) !== undefined;
};

/** The name behind a d, read as if the d were not there. */
const undifferentiated = (reader: Reader): Term => {
  const token = peek(reader);
  const list = reader.list.map((each) =>
    each === token ? { ...token, text: token.text.slice(1), at: token.at + 1 } : each,
  );
  return name({
    ...reader,
    list,
    get place() {
      return reader.place;
    },
    set place(value) {
      reader.place = value;
    },
  });
};

const totalDerivative = (reader: Reader): Term => {
  const alone = peek(reader).text === "d" ? next(reader) : undefined;
  const of = alone ? undefined : undifferentiated(reader);
  need(reader, "/");
  const by = total(undifferentiated(reader));
  return of ? apply(by, of) : by;
};

const atDifferential = (reader: Reader): boolean =>
  differentialName(reader, peek(reader)) !== undefined && !isTotal(reader);

const boundsOf = (reader: Reader): readonly [Term, Term] | undefined => {
  const from = subscriptOf(reader);
  if (from === undefined) return undefined;
  need(reader, "^");
  return [from, script(reader)];
};

/** What stands behind ^: a bracket, or one factor. */
const script = (reader: Reader): Term => {
  if (sees(reader, "{") || sees(reader, "(")) return bracketed(reader);
  if (took(reader, "-")) return minus(primary(reader));
  return primary(reader);
};

/** ∫ … dx between ends, ∫ … dΓ* over phase space. The d may also stand in front. */
const integration = (reader: Reader): Term => {
  const sign = next(reader);
  const bounds = boundsOf(reader);
  const variableAhead = differentialAhead(reader, sign);
  const inner = within(reader, variableAhead);
  const first = atDifferential(reader);
  if (first) differential(inner);
  const body = first ? contraction(inner) : atDifferential(inner) ? one : sum(inner);
  if (!first) {
    if (!atDifferential(reader))
      stop(reader, "The integral has no d at its end", "∫ … ds", "Write what is integrated over", sign);
    differential(inner);
  }
  if (variableAhead.startsWith("Γ")) return phase(body, `${variableAhead}*`);
  if (!bounds)
    return stop(reader, `The integral over ${variableAhead} has no ends`, "∫_{a}^{b} … ds", "Write the ends", sign);
  return integral(variableAhead, body, ...bounds);
};

/** The variable of the integral that begins here: the next d that closes it, inner integrals passed over. */
const differentialAhead = (reader: Reader, sign: Token): string => {
  const probe: Reader = { ...reader, place: reader.place };
  let depth = 0;
  let open = 0;
  for (; peek(probe).kind !== "end"; next(probe)) {
    const { text } = peek(probe);
    if (text in closing) open++;
    else if (Object.values(closing).includes(text) && --open < 0) break;
    else if (text === "∫") depth++;
    else if (isTotal(probe)) next(probe);
    else if (atDifferential(probe) && open === 0 && depth-- === 0)
      return differential({ ...probe, place: probe.place });
    else if (atDifferential(probe) && open > 0 && depth > 0) depth--;
  }
  return stop(reader, "The integral has no d at its end", "∫ … ds", "Write what is integrated over", sign);
};

/** dΓ*, ds, dt_0': the variable's name, subscript and prime included. */
const differential = (reader: Reader): string => {
  const base = next(reader).text.slice(1);
  const subscript = subscriptOf(reader);
  const prime = took(reader, "'") ? "'" : "";
  took(reader, "*");
  const label = subscript ? `_${subscript.value?.toFraction() ?? subscript.name}` : "";
  return `${base.normalize("NFD")}${prime}${label}`;
};

/** Σ_i over atoms, Σ_{n=0}^∞ and ∏_{l=1}^M over integers. */
const summation = (reader: Reader): Term => {
  const sign = next(reader).text;
  need(reader, "_");
  const isSeries = took(reader, "{");
  const index = next(reader).text;
  if (!isSeries) return atoms(index, contraction(within(reader, index)));
  need(reader, "=");
  const from = sum(reader);
  need(reader, "}");
  need(reader, "^");
  const to = script(reader);
  const body = contraction(within(reader, index));
  return sign === "∏" ? product(index, body, from, to) : series(index, body, from, to);
};

/** lim_{t→∞} … */
const limiting = (reader: Reader): Term => {
  next(reader);
  need(reader, "_");
  need(reader, "{");
  const found = name(within(reader, peek(reader).text));
  need(reader, "→");
  const target = sum(reader);
  need(reader, "}");
  const label = found.subscripts ? `_${found.parts[0]!.value?.toFraction() ?? found.parts[0]!.name}` : "";
  return limit(found.name + label, contraction(within(reader, found.name)), target);
};

const functions: Readonly<Record<string, (of: Term) => Term>> = {
  exp,
  ln,
  δ: delta,
  delta,
  sqrt: (of) => power(of, number("1/2")),
};

const primary = (reader: Reader): Term => {
  const token = peek(reader);
  if (token.kind === "number") return number(next(reader).text);
  if (token.text in closing) return bracketed(reader);
  if (token.text === "∂") return derivative(reader);
  if (token.text === "∫") return integration(reader);
  if ((token.text === "Σ" || token.text === "sum") && peek(reader, 1).text === "_") return summation(reader);
  if (token.text === "∏") return summation(reader);
  if (token.text === "lim") return limiting(reader);
  if (token.text === "√") return next(reader) && power(primary(reader), number("1/2"));
  if (token.text === "∞") return symbol(next(reader).text);
  if (token.text === "π" || token.text === "i")
    if (!find(reader.declarations, token.text)) return symbol(next(reader).text);
  if (token.text === "e" && peek(reader, 1).text === "^") return exponential(reader);
  if (token.text in functions && peek(reader, 1).text in closing && !find(reader.declarations, token.text))
    return functions[next(reader).text]!(bracketed(reader));
  if (token.kind === "name") return isTotal(reader) ? totalDerivative(reader) : name(reader);
  return stop(
    reader,
    `${token.text || "The end"} stands where a quantity belongs`,
    "a name, a number or a bracket",
    "Complete the formula",
  );
};

/** e^{−βH}, or e^{𝓛₀t} where the exponent holds an operator: c 𝓛 t = 𝓛 · (c t). */
const exponential = (reader: Reader): Term => {
  next(reader);
  next(reader);
  const exponent = script(reader);
  if (exponent.sort === "function") return exp(exponent);
  const factors =
    exponent.head === "times"
      ? exponent.parts.flatMap((part) => (part.head === "times" ? part.parts : [part]))
      : [exponent];
  const generators = factors.filter(({ sort }) => sort === "operator");
  const time = times(...factors.filter(({ sort }) => sort === "function"));
  if (generators.length !== 1 || exponent.head === "apply")
    return stop(reader, "The exponent is no operator times a time", "e^{L0 s}", "Write the operator once");
  return semigroup(generators[0]!, time);
};

const startsFactor = (reader: Reader): boolean => {
  const { kind, text } = peek(reader);
  if (atDifferential(reader)) return false;
  return kind === "number" || kind === "name" || text in closing || ["∂", "∫", "∏", "√"].includes(text);
};

/** A primary with what stands behind it: powers, ^th, |_{x = y}. */
const factor = (reader: Reader): Term => {
  let of = primary(reader);
  for (;;) {
    if (sees(reader, "^", "th") || sees(reader, "^", "{", "th")) {
      next(reader);
      const braced = took(reader, "{");
      next(reader);
      if (braced) need(reader, "}");
      of = average(of);
    } else if (took(reader, "^")) of = raised(of, script(reader));
    else if (sees(reader, "|", "_")) of = evaluated(reader, of);
    else return of;
  }
};

/** bᵉ; the square of a vector is its dot with itself. */
const raised = (of: Term, exponent: Term): Term =>
  of.rank === 1 && exponent.key === number(2).key ? dot(of, of) : power(of, exponent);

/** …|_{R = R*}, …|_{(Φ, Π) = (Φ*, Π*)}. */
const evaluated = (reader: Reader, of: Term): Term => {
  next(reader);
  next(reader);
  need(reader, "{");
  const list = () => {
    if (!took(reader, "(")) return [sum(reader)];
    const all = [sum(reader)];
    while (took(reader, ",")) all.push(sum(reader));
    need(reader, ")");
    return all;
  };
  const variables = list();
  need(reader, "=");
  const values = list();
  need(reader, "}");
  return variables.reduce((body, each, i) => at(body, each, values[i] ?? each), of);
};

/** A product's factors, to be put together from the right: operators act on all that stands behind them. */
const together = (factors: readonly Term[]): Term => {
  const functionsOnly = (all: readonly Term[]): Term => {
    const wide = all.filter(({ rank }) => rank > 0);
    const [matrix, vector] = wide;
    if (wide.length === 2 && matrix!.rank === 2 && vector!.rank === 1)
      return times(...all.filter((each) => each.rank === 0), dot(matrix!, vector!));
    return times(...all);
  };
  const k = factors.findIndex(({ sort }) => sort === "operator");
  if (k < 0) return functionsOnly(factors);
  const front = factors.slice(0, k);
  const rest = factors.slice(k + 1);
  if (rest.length === 0) return times(...front, factors[k]!);
  const behind = together(rest);
  const acted = behind.sort === "operator" ? times(factors[k]!, behind) : apply(factors[k]!, behind);
  const flat = acted.head === "times" && acted.sort === "operator" ? acted.parts : [acted];
  return acted.sort === "operator" ? times(...front, ...flat) : functionsOnly([...front, acted]);
};

const factorsOf = (reader: Reader): Term[] => {
  const factors = [factor(reader)];
  for (;;) {
    if (sees(reader, "/")) {
      next(reader);
      factors.push(power(factor(reader), number(-1)));
    } else if (startsFactor(reader)) factors.push(factor(reader));
    else return factors;
  }
};

/** Products joined by · and ⊗. A bare ∂/∂x before the dot is a divergence, of all that follows. */
const contraction = (reader: Reader): Term => {
  const factors = factorsOf(reader);
  const last = factors.at(-1)!;
  if (last.head === "partial" && last.rank === 1 && took(reader, "·"))
    return together([...factors.slice(0, -1), apply(divergence(last.parts[0]!), contraction(reader))]);
  let left = together(factors);
  while (sees(reader, "·") || sees(reader, "⊗") || sees(reader, "outer") || sees(reader, "dot")) {
    const join = ["·", "dot"].includes(next(reader).text) ? dot : outer;
    const right = join === dot ? operand(reader) : together(factorsOf(reader));
    left = joined(left, right, join);
  }
  return left;
};

/** What stands right of a dot; a bare derivative there may itself be a divergence. */
const operand = (reader: Reader): Term => {
  const factors = factorsOf(reader);
  const last = factors.at(-1)!;
  if (last.head === "partial" && last.rank === 1 && factors.length === 1 && sees(reader, "·")) {
    next(reader);
    return apply(divergence(last.parts[0]!), contraction(reader));
  }
  return together(factors);
};

/** a b · c with scalars kept in front of the dot: the vector among the factors is what is contracted. */
const joined = (left: Term, right: Term, join: (a: Term, b: Term) => Term): Term => join(left, right);

/** Signs bind looser than products. */
const sum = (reader: Reader): Term => {
  const parts: Term[] = [];
  for (let first = true; first || sees(reader, "+") || sees(reader, "-"); first = false) {
    const negative = took(reader, "-");
    if (!negative) took(reader, "+");
    const part = contraction(reader);
    parts.push(negative ? negated(part) : part);
  }
  return plus(...parts);
};

const negated = (of: Term): Term =>
  of.head === "number" ? number(of.value!.neg()) : of.head === "times" ? times(number(-1), ...of.parts) : minus(of);

/** An equation, or a chain of them: its sides in order. @throws PhysicsError "expression" that points at what is not understood */
export const parseSides = (given: string, declarations: Declarations): readonly Term[] => {
  const { text, list } = tokens(given);
  const reader: Reader = { text, list, declarations, bound: new Set(), place: 0 };
  try {
    const sides = [sum(reader)];
    while (took(reader, "=")) sides.push(sum(reader));
    if (peek(reader).kind !== "end")
      stop(
        reader,
        `${peek(reader).text} is not expected here`,
        "the end, or an operation",
        "Check brackets and spaces",
      );
    return sides;
  } catch (error) {
    if (!(error instanceof PhysicsError) || error.message.includes("^\n")) throw error;
    return stop(reader, error.message, "a formula whose ranks fit", "Look at what stands before the mark");
  }
};

/** left = right. @throws PhysicsError "expression" */
export const parseEquation = (
  text: string,
  declarations: Declarations,
): { readonly left: Term; readonly right: Term } => {
  const sides = parseSides(text, declarations);
  const [left, right] = sides;
  if (sides.length !== 2)
    throw new PhysicsError("expression", {
      what: `${text} has ${sides.length} sides`,
      expected: "two, left = right",
      remedy: "Write the links of a chain one by one",
    });
  return { left: left!, right: right! };
};

/** A term. @throws PhysicsError "expression" */
export const parse = (text: string, declarations: Declarations): Term => {
  const sides = parseSides(text, declarations);
  if (sides.length !== 1)
    throw new PhysicsError("expression", {
      what: `${text} is an equation`,
      expected: "one side",
      remedy: "Leave out the sign =",
    });
  return sides[0]!;
};
