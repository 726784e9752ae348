import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { grammar } from "./grammar.js";
import { peek, type Reader, stop, took } from "./reader.js";
import { misread, tokens } from "./tokens.js";

/**
 * The sides of an equation or of a chain a = b = c, in order.
 * @throws PhysicsError "expression" that points at what is not understood
 */
export const parseSides = (given: string, declarations: Declarations): readonly Term[] => {
  const reader: Reader = {
    ...tokens(given, declarations),
    declarations,
    grammar,
    bound: [],
    place: 0,
    composing: false,
  };
  const sides = [grammar.sum(reader)];
  while (took(reader, "=")) sides.push(grammar.sum(reader));
  if (peek(reader).kind === "end") return sides;
  const what = `${peek(reader).text} is not expected here`;
  return stop(
    reader,
    peek(reader),
    what,
    "the end, a sign or another factor",
    "A product is written with a space; * is the star of R*",
  );
};

/** left = right. @throws PhysicsError "expression" */
export const parseEquation = (
  text: string,
  declarations: Declarations,
): { readonly left: Term; readonly right: Term } => {
  const [left, right, ...more] = parseSides(text, declarations);
  if (!right || more.length > 0)
    return misread(
      text,
      0,
      "This is no equation of two sides",
      "left = right",
      "Write the links of a chain one by one",
    );
  return { left: left!, right };
};

/**
 * A term from the notation: `parse("∂W/∂t_1 + P/m̂ · ∂W/∂R", declarations)`.
 *
 * Juxtaposition is the product, `*` the star of R*, `/` and juxtaposition have one level from left to right; `·` and `⊗` (in ASCII
 * ` . ` or `dot`, and `outer`) bind weaker, + and − weakest. An operator acts on everything behind it in its product, `∂/∂R ·` on the
 * whole chain of products and dots. `∂` is `D` in ASCII, so that `DW/DR` is ∂W/∂R, and `dX/dr_i` is total. Further spellings: `sum_i`,
 * `int`, `prod`, `inf`, `->`, `lim_{t->inf}`, `sqrt`, and those that a name is declared with.
 * @throws PhysicsError "expression" that points at what is not understood
 */
export const parse = (text: string, declarations: Declarations): Term => {
  const [term, ...more] = parseSides(text, declarations);
  return more.length === 0
    ? term!
    : misread(text, text.indexOf("="), "This is an equation", "one side", "Leave the = out");
};
