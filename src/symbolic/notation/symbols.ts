import { apply, minus, number, semigroup, symbol } from "../terms/build.js";
import type { Declaration } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { baseOf } from "./declare.js";
import { declarationOf, resolve, vocabulary } from "./names.js";
import { nearest } from "./nearest.js";
import { bracketed, built, need, next, opens, peek, type Reader, sees, stop, took } from "./reader.js";
import type { Token } from "./tokens.js";

/** A subscript behind _: a number, an index, or {n − 1}, in which every name is an index. */
export const subscript = (reader: Reader): Term | undefined => {
  if (!took(reader, "_")) return undefined;
  if (opens(peek(reader))) return bracketed(reader);
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

const isPhaseSpace = (of: Term | undefined): boolean => of?.head === "symbol" && of.name.startsWith("Γ");

const listed = (reader: Reader): readonly Term[] => {
  next(reader);
  const all = [reader.grammar.sum(reader)];
  while (took(reader, ",")) all.push(reader.grammar.sum(reader));
  need(reader, ")");
  return all;
};

/** f(s) = e^{−𝓛₀s} f. */
const moved = (reader: Reader, token: Token, of: Term, time: Term): Term => {
  if (time.head === "number" && time.value!.equals(0)) return of;
  if (!resolve(reader.declarations, "𝓛"))
    return stop(
      reader,
      token,
      `${token.text}(…) moves with 𝓛₀, which is not declared`,
      "a declaration of 𝓛",
      "Declare it",
    );
  const generator = symbol("𝓛", 0, { subscript: number(0), sort: "operator" });
  return built(reader, token, () => apply(semigroup(generator, minus(time)), of));
};

/** Arguments in the order of the declaration: names may come in any order, everything else in that one. */
const ordered = (args: readonly Term[], of: readonly string[]): readonly Term[] => {
  const found = of.map((name) =>
    args.find((arg) => arg.head === "symbol" && arg.name === name && arg.subscripts === 0),
  );
  return found.every((arg) => arg !== undefined) && new Set(found).size === args.length ? (found as Term[]) : args;
};

const isUsual = (arg: Term, name: string): boolean =>
  arg.head === "symbol" && arg.parts.length === 0 && arg.name === name && (!arg.starred || isPhaseSpace(arg));

const rankOf = (reader: Reader, name: string): number => reader.declarations.get(name)?.rank ?? 0;

/** Arguments that are all as declared say nothing and are left out: W(R, t) is W. */
const withArguments = (reader: Reader, token: Token, { of }: Declaration, bare: Term, given: readonly Term[]): Term => {
  const args = ordered(given, of);
  const wrong = args.length !== of.length || args.some(({ rank }, i) => rank !== rankOf(reader, of[i]!));
  const strange = args.some((arg, i) => isPhaseSpace(arg) !== of[i]?.startsWith("Γ"));
  if (wrong || strange)
    return stop(
      reader,
      token,
      `${token.text} has ${args.length} arguments, not those of its declaration`,
      `${token.text}(${of.join(", ")})`,
      "Write all of them, or none",
    );
  if (args.every((arg, i) => isUsual(arg, of[i]!))) return bare;
  const { name, rank, starred, sort, parts, subscripts } = bare;
  return symbol(name, rank, { subscript: subscripts ? parts[0] : undefined, starred, sort, args });
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
  const args = listed(reader);
  const isTime = declaration.role === "phase" && args.length === 1 && args[0]!.rank === 0 && !isPhaseSpace(args[0]);
  return isTime ? moved(reader, token, bare, args[0]!) : withArguments(reader, token, declaration, bare, args);
};
