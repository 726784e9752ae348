import { PhysicsError } from "../../errors.js";
import { canonical } from "./declare.js";

export interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
  /** Where it begins in the text as given. */
  readonly at: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}

const subscripts: Readonly<Record<string, string>> = {
  "₀": "0",
  "₁": "1",
  "₂": "2",
  "₃": "3",
  "₄": "4",
  "₅": "5",
  "₆": "6",
  "₇": "7",
  "₈": "8",
  "₉": "9",
  ᵢ: "i",
  ₗ: "l",
  ₙ: "n",
  ₘ: "m",
  ⱼ: "j",
  ₖ: "k",
};
const superscripts: Readonly<Record<string, string>> = {
  "⁰": "0",
  "¹": "1",
  "²": "2",
  "³": "3",
  "⁴": "4",
  "⁻": "-",
  ᵗ: "t",
  ʰ: "h",
  ⁿ: "n",
};
const signs: Readonly<Record<string, string>> = { "−": "-", "⋅": "·", "′": "'", "≡": "=", "∗": "*" };

/** Subscripts and superscripts as characters become _ and ^, other spellings of signs the usual ones. */
const plain = (text: string): string =>
  canonical(text)
    .replace(/[₀-₉ᵢₗₙₘⱼₖ]+/gu, (run) => `_${[...run].map((each) => subscripts[each]).join("")}`)
    .replace(/[⁰¹²³⁴⁻ᵗʰⁿ]+/gu, (run) => `^${[...run].map((each) => superscripts[each]).join("")}`)
    .replace(/[−⋅′≡∗]/gu, (sign) => signs[sign]!);

const pattern =
  /(\s*)(?:(\d+(?:\.\d+)?)|(∞|(?:\p{Lu}|\p{Ll}|\p{Lo})[\p{L}\p{M}]*\d*'*)|([∂∫Σ∑∏√·⊗→|^_*'/+\-=()[\]{},.]))/uy;

/** The error that points at the place. */
export const misread = (text: string, at: number, what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("expression", {
    what: `${what}:\n  ${text}\n  ${" ".repeat([...text.slice(0, at)].filter((c) => !/\p{M}/u.test(c)).length)}^\n`,
    expected,
    remedy,
  });
};

/** A text as tokens. @throws PhysicsError "expression" for a sign that the notation does not know */
export const tokens = (given: string): { readonly text: string; readonly list: readonly Token[] } => {
  const text = plain(given);
  const list: Token[] = [];
  let at = 0;
  while (at < text.trimEnd().length) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) {
      const where = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
      return misread(
        text,
        where,
        `The sign ${[...text.slice(where)][0]} is not known`,
        "names, numbers, + − / · ⊗ ^ and brackets",
        "A product is written by a space",
      );
    }
    const [whole, space, number, name, sign] = match;
    const kind = number ? "number" : name ? "name" : "sign";
    const written = number ?? name ?? (sign === "∑" ? "Σ" : sign)!;
    list.push({ kind, text: written, at: at + space!.length, spaced: space !== "" });
    at += whole.length;
  }
  list.push({ kind: "end", text: "", at: text.length, spaced: true });
  return { text, list };
};
