import { PhysicsError } from "../../errors.js";
import { type Declared, declare } from "../notation/declare.js";
import { type Token, tokens } from "../notation/tokens.js";
import type { Declarations } from "../terms/declarations.js";

/** Names that a formula uses in a special way; all others that it holds are constants. */
export interface Special {
  readonly operators?: readonly string[];
  readonly vectors?: readonly string[];
  /** Functions of the first place, where they are written without arguments. */
  readonly fields?: readonly string[];
  /** Whether V(φ) is a function, and K(x − y), without a space before the bracket, one of one argument; otherwise they are refused. */
  readonly calls?: boolean;
}

const greek: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  epsilon: "ε",
  eps: "ε",
  eta: "η",
  theta: "θ",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  xi: "ξ",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  chi: "χ",
  psi: "ψ",
  omega: "ω",
  Omega: "Ω",
  Phi: "Φ",
};
const spelled = Object.entries(greek);
const reserved = new Set(["e", "exp", "ln", "sqrt", "delta", "δ", "lim", "π", "pi", "i"]);

/** Functions that nobody means as constants: cos x without brackets is refused as well. */
const elementary = /^(?:(?:arc|ar|a)?(?:sin|cos|tan|cot)h?|log(?:_2|_10)?|abs|sign|erfc?)$/u;

/** @throws PhysicsError "expression": a function that is not known would lose its argument */
const refuseFunction = (label: string): never => {
  throw new PhysicsError("expression", {
    what: `${label} is written as a function, and is none that is known here`,
    expected: "exp(…), ln(…), sqrt(…), powers, and names of scalars",
    remedy: `Write it in exponentials or as a polynomial; of a product, put a space before the bracket: ${label} (…)`,
  });
};

/** ε of "epsilon", p_1 of "p1": a name as it is declared. */
export const letterOf = (word: string): string => {
  const name = word
    .normalize("NFD")
    .replace(/^(\D*?)_?(\d+)$/u, (_, stem: string, digits: string) => `${letter(stem)}_${digits}`);
  return letter(name);
};
const letter = (name: string): string => (Object.hasOwn(greek, name) ? greek[name]! : name);

/** Where a name stands in a text. */
interface Place {
  readonly label: string;
  /** The names in the brackets directly behind it, if only names stand there. */
  readonly args: readonly string[] | undefined;
  /** Whether a bracket stands directly behind it. */
  readonly isCall: boolean;
  /** Whether it is the last of an integrand: a bracket, the end or another d stands behind it. */
  readonly isLast: boolean;
}

const argumentsAt = (list: readonly Token[], open: number): readonly string[] | undefined => {
  if (list[open]?.text !== "(" || list[open].spaced) return undefined;
  const inside = list.slice(
    open + 1,
    list.findIndex(({ text }, i) => i > open && text === ")"),
  );
  const names = inside.filter(({ text }) => text !== ",");
  return names.length > 0 && inside.every(({ kind, text }, i) => (i % 2 === 0 ? kind === "name" : text === ","))
    ? names.map(({ text }) => letterOf(text))
    : undefined;
};

/** Whether an integral sign stands before a place, in the same bracket. */
const isIntegrand = (list: readonly Token[], at: number): boolean => {
  let depth = 0;
  for (let i = at - 1; i >= 0 && depth >= 0; i--) {
    const { text } = list[i]!;
    if (text === "∫" && depth === 0) return true;
    if ([")", "]", "}"].includes(text)) depth++;
    if (["(", "[", "{"].includes(text)) depth--;
  }
  return false;
};

const endsAt = (list: readonly Token[], at: number): boolean => {
  const { kind, text } = list[at]!;
  if (["+", "-", "="].includes(text)) return isIntegrand(list, at);
  return kind === "end" || [")", "]", "}"].includes(text) || (kind === "name" && /^d./u.test(text));
};

const behind = (list: readonly Token[], at: number): Omit<Place, "label"> => ({
  args: argumentsAt(list, at),
  isCall: list[at]!.text === "(" && !list[at]!.spaced,
  isLast: endsAt(list, at),
});

/** Every name of a text in order, with its subscript; what stands in a subscript is none. */
const placesOf = (list: readonly Token[]): readonly Place[] => {
  const found: Place[] = [];
  for (let at = 0; at < list.length; at++) {
    const { kind, text } = list[at]!;
    if (kind !== "name" || reserved.has(text)) continue;
    if (list[at + 1]!.text !== "_") {
      found.push({ label: letterOf(text), ...behind(list, at + 1) });
      continue;
    }
    const braced = list[at + 2]!.text === "{";
    const subscript = list[at + (braced ? 3 : 2)]!.text;
    at += braced ? 4 : 2;
    const label = `${letterOf(text)}_${subscript}`;
    found.push({ label, ...behind(list, at + 1) });
  }
  return found;
};

const declaredAs = (
  { args, isCall, label }: Place,
  places: readonly string[],
  { operators = [], vectors = [], fields = [], calls = false }: Special,
): Declared => {
  const rank = vectors.includes(label) ? 1 : 0;
  const spellings = spelled.filter(([, sign]) => sign === label).map(([word]) => word);
  if (operators.includes(label)) return { role: "operator", spellings };
  if (places.includes(label)) return { role: "place", rank, spellings };
  const of = args ?? (fields.includes(label) ? places.slice(0, 1) : calls && isCall ? ["u"] : undefined);
  if (of && (calls || fields.length > 0)) return { role: "function", of, rank, spellings };
  return of || (!calls && elementary.test(label)) ? refuseFunction(label) : { role: "constant", rank, spellings };
};

/**
 * Declares the names that a formula holds: operators and vectors as told, x as a place where dx ends an integral, V as a function where
 * V(φ) is written in a formula of fields, and all others as constants.
 * @throws PhysicsError "expression" for V(x) or cos x in a formula without fields
 */
export const namesOf = (text: string, special: Special = {}): Declarations => {
  const operators = (special.operators ?? []).map(letterOf);
  const told = declare(Object.fromEntries(operators.map((name) => [name, { role: "operator" }])));
  const all = placesOf(tokens(text, told).list);
  const bare = new Set(all.map(({ label }) => label));
  const isIntegral = /∫|\bint\b/u.test(text);
  const isDifferential = ({ label, isLast }: Place) =>
    isIntegral && /^d./u.test(label) && (isLast || bare.has(letterOf(label.slice(1))));
  const isMarked = (place: Place) =>
    isDifferential(place) || (/^[dD]./u.test(place.label) && bare.has(letterOf(place.label.slice(1))));
  const places = [...new Set(all.filter(isDifferential).map(({ label }) => letterOf(label.slice(1))))];
  const names: Record<string, Declared> = {};
  for (const label of places)
    names[label] = declaredAs({ label, args: undefined, isCall: false, isLast: false }, places, special);
  for (const place of all.filter((each) => !isMarked(each)))
    if (!names[place.label] || ((place.args || place.isCall) && names[place.label]!.role === "constant"))
      names[place.label] = declaredAs(place, places, { ...special, operators });
  return declare(names);
};
