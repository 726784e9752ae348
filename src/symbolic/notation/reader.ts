import { PhysicsError } from "../../errors.js";
import { commutator } from "../terms/build.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { misread, type Token } from "./tokens.js";

/** What the readers of parts call to read what stands in them. */
export interface Grammar {
  /** a · b + c: everything up to a bracket, a comma, a d or the end. */
  readonly sum: (reader: Reader) => Term;
  /** a b · c: everything up to a sign. */
  readonly contraction: (reader: Reader) => Term;
  /** What stands directly behind a ^. */
  readonly exponent: (reader: Reader) => Term;
}

/** The reader of one text. */
export interface Reader {
  readonly text: string;
  readonly list: readonly Token[];
  readonly declarations: Declarations;
  readonly grammar: Grammar;
  /** The indices bound by the sums around the place, innermost last. */
  readonly bound: string[];
  place: number;
  /** Whether operators stand side by side, as in the exponent of a semigroup, in place of acting on what follows. */
  composing: boolean;
}

export const peek = ({ list, place }: Reader, ahead = 0): Token => list[Math.min(place + ahead, list.length - 1)]!;
export const next = (reader: Reader): Token => {
  const token = peek(reader);
  reader.place++;
  return token;
};
export const sees = (reader: Reader, text: string, ahead = 0): boolean => peek(reader, ahead).text === text;
export const took = (reader: Reader, text: string): boolean => {
  const there = sees(reader, text) && peek(reader).kind !== "end";
  if (there) reader.place++;
  return there;
};

/** The error that points at a token. */
export const stop = (reader: Reader, token: Token, what: string, expected: string, remedy: string): never =>
  misread(reader.text, token.at, what, expected, remedy);

const naming = ({ text }: Token): string => text || "The end";

/** @throws PhysicsError "expression" unless the sign is there */
export const need = (reader: Reader, text: string): Token =>
  sees(reader, text)
    ? next(reader)
    : stop(reader, peek(reader), `${naming(peek(reader))} stands where ${text} belongs`, text, `Write ${text} there`);

/** @throws PhysicsError "expression": nothing that could be read stands here */
export const missing = (reader: Reader): never =>
  stop(
    reader,
    peek(reader),
    `${naming(peek(reader))} stands where a quantity belongs`,
    "a name, a number, a bracket, ∂, ∫ or Σ",
    sees(reader, "*") ? "Write a product with a space: * is the star of R*" : "Complete the formula",
  );

/** What is built, or the error of its ranks pointing at where it begins. */
export const built = <T = Term>(reader: Reader, token: Token, build: () => T): T => {
  try {
    return build();
  } catch (error) {
    if (!(error instanceof PhysicsError) || error.message.includes("^\n")) throw error;
    const [what = "", expected = "", remedy = ""] = error.message.split(/\. (?:Expected )?/u);
    return stop(reader, token, what, expected, remedy.replace(/\.$/u, ""));
  }
};

const closing: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };
export const opens = ({ kind, text }: Token): boolean => kind === "sign" && text in closing;

/** What is read with operators side by side, or acting on what follows. */
export const reading = (reader: Reader, composing: boolean, read: (reader: Reader) => Term): Term => {
  const before = reader.composing;
  reader.composing = composing;
  const of = read(reader);
  reader.composing = before;
  return of;
};

/** What stands in a bracket, or the commutator [A, B]. */
export const bracketed = (reader: Reader, composing = false): Term => {
  const open = next(reader);
  const inside = reading(reader, composing, reader.grammar.sum);
  const second = open.text === "[" && took(reader, ",") ? reading(reader, composing, reader.grammar.sum) : undefined;
  need(reader, closing[open.text]!);
  return second ? built(reader, open, () => commutator(inside, second)) : inside;
};
