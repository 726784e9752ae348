import type { Declaration, Declarations } from "../terms/declarations.js";

const call = /([\p{L}\p{M}]+)(_\w+)?\(([^()]*)\)/gu;

const bare = (argument: string): string => argument.trim().replace(/\*$/, "");

/** The argument that is written for a name, or the name, starred where the one before it is. */
const completed = ({ of }: Declaration, written: readonly string[]): string => {
  const there = (name: string | undefined) => written.find((argument) => bare(argument) === name)?.trim();
  return of.map((name, i) => there(name) ?? (there(of[i - 1])?.endsWith("*") ? `${name}*` : name)).join(", ");
};

const isIncomplete = ({ of }: Declaration, written: readonly string[]): boolean =>
  written.length < of.length && written.every((argument) => of.includes(bare(argument)));

/**
 * A statement with the arguments that its functions lack filled in as declared, W(Φ, t) → W(Φ, Π, t); undefined where none lacks any.
 * What is no list of declared arguments stays as it is.
 */
export const withDeclaredArguments = (printed: string, declarations: Declarations): string | undefined => {
  const changed = printed.replace(call, (whole, name: string, subscript: string | undefined, list: string) => {
    const declaration = declarations.get(name.normalize("NFD"));
    const written = list.split(",");
    return declaration?.role === "function" && isIncomplete(declaration, written)
      ? `${name}${subscript ?? ""}(${completed(declaration, written)})`
      : whole;
  });
  return changed === printed ? undefined : changed;
};
