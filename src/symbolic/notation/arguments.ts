import { apply, minus, number, semigroup, symbol } from "../terms/build.js";
import type { Declaration } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { resolve } from "./names.js";
import { built, need, next, type Reader, stop, took } from "./reader.js";
import type { Token } from "./tokens.js";

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

const fits = (reader: Reader, arg: Term, name: string): boolean =>
  isPhaseSpace(arg) || name.startsWith("Γ") ? arg.name === name : arg.rank === rankOf(reader, name);

/** Arguments that are all as declared say nothing and are left out: W(R, t) is W. */
const withArguments = (reader: Reader, token: Token, { of }: Declaration, bare: Term, given: readonly Term[]): Term => {
  const args = ordered(given, of);
  if (args.length !== of.length || args.some((arg, i) => !fits(reader, arg, of[i]!)))
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

/** A name with the arguments that stand behind it; one time is that of the motion by 𝓛₀. @throws PhysicsError "expression" unless they agree with the declaration */
export const called = (reader: Reader, token: Token, declaration: Declaration, bare: Term): Term => {
  const args = listed(reader);
  const isTime = declaration.role === "phase" && args.length === 1 && args[0]!.rank === 0 && !isPhaseSpace(args[0]);
  return isTime ? moved(reader, token, bare, args[0]!) : withArguments(reader, token, declaration, bare, args);
};
