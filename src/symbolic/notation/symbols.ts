import { number, symbol } from "../terms/build.js";
import type { Declaration } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { called } from "./arguments.js";
import { baseOf } from "./declare.js";
import { declarationOf, resolve, vocabulary } from "./names.js";
import { nearest } from "./nearest.js";
import { bracketed, next, opens, peek, type Reader, sees, stop, took } from "./reader.js";
import type { Token } from "./tokens.js";

/** What stands in the braces of a subscript, every name as it is: {n − 1}. */
const indices = (reader: Reader): Term => {
  const { list, place, bound } = reader;
  const end = list.findIndex(({ text }, i) => i > place && [")", "]", "}"].includes(text));
  const names = list.slice(place, end < 0 ? undefined : end).filter(({ kind }) => kind === "name");
  bound.push(...names.map(({ text }) => text));
  const of = bracketed(reader);
  bound.splice(bound.length - names.length);
  return of;
};

/** A subscript behind _: a number, an index, or {n − 1}, in which every name is an index. */
export const subscript = (reader: Reader): Term | undefined => {
  if (!took(reader, "_")) return undefined;
  if (opens(peek(reader))) return indices(reader);
  const { kind, text } = peek(reader);
  if (kind !== "number" && kind !== "name")
    return stop(
      reader,
      peek(reader),
      `${text || "The end"} stands where a subscript belongs`,
      "a number or an index",
      "Write t_0 or p_i",
    );
  next(reader);
  return kind === "number" ? number(text) : symbol(text);
};

const unknown = (reader: Reader, token: Token): never =>
  stop(
    reader,
    token,
    `${token.text} is not declared`,
    `a declared name, such as ${nearest(vocabulary(reader.declarations), token.text).join(", ")}`,
    "Check the spelling, declare it, or put spaces between the factors of a product",
  );

const lone = new Set(["constant", "slow"]);

/** The declaration that a name with its subscript belongs to. */
const declared = (reader: Reader, token: Token, of: Term): Declaration => {
  const found = declarationOf(reader.declarations, of);
  const own = of.subscripts === 0 || reader.declarations.get(of.name) !== found;
  if (!found)
    return stop(
      reader,
      token,
      `${token.text} is not declared ${of.subscripts ? "with this subscript" : "without a subscript"}`,
      `one of ${[...reader.declarations.keys()].filter((name) => baseOf(name) === of.name).join(", ")}`,
      "Write another subscript, or declare it",
    );
  if (!own && lone.has(found.role))
    return stop(
      reader,
      token,
      `${token.text} has a subscript`,
      `${token.text} alone: it is declared as one ${found.role}`,
      "Leave the subscript out, or declare it",
    );
  return found;
};

const read = (reader: Reader): { readonly token: Token; readonly declaration: Declaration; readonly bare: Term } => {
  const token = next(reader);
  const found = resolve(reader.declarations, token.text) ?? unknown(reader, token);
  const index = found.digits === undefined ? subscript(reader) : number(found.digits);
  const name = took(reader, "'") ? `${found.name}'` : found.name;
  const declaration = declared(reader, token, symbol(name, 0, { subscript: index }));
  const starred = !peek(reader).spaced && took(reader, "*");
  const sort = declaration.role === "operator" ? "operator" : "function";
  return { token, declaration, bare: symbol(name, declaration.rank, { subscript: index, starred, sort }) };
};

/** A name with subscript, prime and star: p_i*, t_0', Γ*. */
export const plainName = (reader: Reader): Term => read(reader).bare;

const takesArguments = new Set(["function", "phase"]);

/** A name with its arguments; an index that a sum binds, and i and π where they are not declared. */
export const name = (reader: Reader): Term => {
  const { text } = peek(reader);
  const isIndex =
    reader.bound.includes(text) || (["i", "π", "pi"].includes(text) && !resolve(reader.declarations, text));
  if (isIndex) return symbol(next(reader).text === "pi" ? "π" : text);
  const { token, declaration, bare } = read(reader);
  if (!sees(reader, "(") || peek(reader).spaced || declaration.role === "operator") return bare;
  if (!takesArguments.has(declaration.role))
    return stop(
      reader,
      token,
      `${token.text} is a ${declaration.role} and takes no arguments`,
      "a name that does",
      "Put a space before the bracket of a product",
    );
  return called(reader, token, declaration, bare);
};
