import { PhysicsError } from "../../errors.js";
import type { Declarations } from "../terms/declarations.js";
import { canonical } from "./declare.js";
import { resolve } from "./names.js";

/** A word, number or sign of a text; "mark" is the ∂, d or δ of a derivative, or the d of an integral. */
export interface Token {
  readonly kind: "number" | "name" | "sign" | "mark" | "end";
  readonly text: string;
  /** Where it begins in the canonical form of the text. */
  readonly at: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

/** The error that points at a place of a text. */
export const misread = (text: string, at: number, what: string, expected: string, remedy: string): never => {
  const column = [...text.slice(0, at)].filter((character) => !/\p{M}/u.test(character)).length;
  throw new PhysicsError("expression", {
    what: `${what}:\n  ${text.normalize("NFC")}\n  ${" ".repeat(column)}^\n`,
    expected,
    remedy,
  });
};

const small: Readonly<Record<string, string>> = Object.fromEntries(
  ["₀0", "₁1", "₂2", "₃3", "₄4", "₅5", "₆6", "₇7", "₈8", "₉9", "ᵢi", "ⱼj", "ₖk", "ₗl", "ₘm", "ₙn", "ₓx", "₋-", "₊+"]
    .concat(["⁰0", "¹1", "²2", "³3", "⁴4", "⁵5", "⁶6", "⁷7", "⁸8", "⁹9", "⁻-", "⁺+", "ᵗt", "ʰh", "ⁿn"])
    .map((pair) => [pair[0]!, pair[1]!]),
);
const same: Readonly<Record<string, string>> = {
  "−": "-",
  "⋅": "·",
  "′": "'",
  "≡": "=",
  "∗": "*",
  "∑": "Σ",
  "->": "→",
  sum: "Σ",
  prod: "∏",
  int: "∫",
  inf: "∞",
  dot: "·",
  outer: "⊗",
  " . ": "·",
};
const pattern =
  /(?<space>\s*?)(?:(?<lower>[₀-₉ᵢⱼₖₗₘₙₓ₋₊]+)|(?<upper>[⁰¹²³⁴-⁹⁻⁺ᵗʰⁿ]+)|(?<sign> \. |->|[\p{Sm}/*'_^()[\]{},=·⋅⊗′Σ∑∏∗-])|(?<number>\d+(?:\.\d+)?)|(?<name>(?:(?![ᵢⱼₖₗₘₙₓᵗʰⁿΣ])\p{L}\p{M}*)+\d*))/uy;

/** ₙ₋₁ as _{n-1}, ᵗʰ as ^{th}. */
const script = (run: string, lead: string, at: number): readonly Token[] =>
  [
    lead,
    "{",
    ...([...run]
      .map((character) => small[character]!)
      .join("")
      .match(/\d+|\p{L}+|./gu) ?? []),
    "}",
  ].map((text) => ({
    kind: /\d/u.test(text) ? "number" : /\p{L}/u.test(text) ? "name" : "sign",
    text,
    at,
    spaced: false,
  }));

const words = new Set(["delta", "ln", "exp", "sqrt", "lim"]);

const marks: Readonly<Record<string, string>> = { d: "d", D: "∂", δ: "δ" };

/** dR as the mark d and R, DR as the mark ∂ and R, δF as the mark δ and F; other words as they are. */
const word = (text: string, at: number, spaced: boolean, declarations: Declarations): readonly Token[] => {
  const sign = same[text];
  if (sign) return [{ kind: "sign", text: sign, at, spaced }];
  const mark = marks[text[0]!];
  const rest = text.slice(1);
  if (
    !mark ||
    text === "δ" ||
    words.has(text) ||
    resolve(declarations, text) ||
    (rest !== "" && !resolve(declarations, rest))
  )
    return [{ kind: "name", text, at, spaced }];
  const marked: Token = { kind: "mark", text: mark, at, spaced };
  return rest === "" ? [marked] : [marked, { kind: "name", text: rest, at: at + 1, spaced: false }];
};

const signed = (written: string, at: number, spaced: boolean): Token => {
  const text = same[written] ?? written;
  return { kind: text === "∂" ? "mark" : "sign", text, at, spaced };
};

/** A text in its canonical form, and its tokens. @throws PhysicsError "expression" for a character that the notation does not know */
export const tokens = (
  given: string,
  declarations: Declarations,
): { readonly text: string; readonly list: readonly Token[] } => {
  const text = canonical(given).trimEnd();
  const list: Token[] = [];
  for (let at = 0; at < text.length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const groups = pattern.exec(text)?.groups;
    const start = at + /^\s*/u.exec(text.slice(at))![0].length;
    if (!groups)
      return misread(
        text,
        start,
        `${[...text.slice(start)][0]} is no sign of the notation`,
        "names, numbers, brackets and the signs + − / · ⊗ ^",
        "A product is written with a space",
      );
    const { space = "", sign, number, lower, upper, name } = groups;
    const here = at + space.length;
    if (sign) list.push(signed(sign, here, space !== ""));
    else if (number) list.push({ kind: "number", text: number, at: here, spaced: space !== "" });
    else if (name) list.push(...word(name, here, space !== "", declarations));
    else list.push(...script((lower ?? upper)!, lower ? "_" : "^", here));
  }
  list.push({ kind: "end", text: "", at: text.length, spaced: true });
  return { text, list };
};
