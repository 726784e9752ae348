import { apply, atoms, dot, plus, series, symbol, times } from "../terms/build.js";
import { rebuild } from "../terms/rebuild.js";
import type { Term } from "../terms/term.js";

/** Another letter for i, where what is acted on is summed over i itself. */
const relabelled = (of: Term, from: string, to: string): Term =>
  of.head === "symbol" && of.name === from && of.parts.length === 0
    ? symbol(to)
    : of.parts.length === 0
      ? of
      : rebuild(
          of,
          of.parts.map((part) => relabelled(part, from, to)),
        );

const holds = (of: Term, name: string): boolean => of.name === name || of.parts.some((part) => holds(part, name));

const letters = ["i", "j", "k", "l"];

/** An operator spread over what it acts on: (A + B)f = Af + Bf, (Σᵢ Aᵢ)f = Σᵢ Aᵢf, (v · ∂)f = v · ∂f. */
export const acting = (operator: Term, on: Term): Term => {
  const [a, b] = operator.parts as [Term, Term];
  if (operator.head === "plus") return plus(...operator.parts.map((part) => acting(part, on)));
  if (operator.head === "times") return times(a, acting(b, on));
  if (operator.head === "dot") return dot(a, apply(b, on));
  if (operator.head !== "atoms" && operator.head !== "series") return apply(operator, on);
  const free = letters.find((letter) => !holds(on, letter)) ?? "n";
  const body = acting(relabelled(a, "i", free), on);
  return operator.head === "atoms" ? atoms(free, body) : series(free, body, operator.parts[1]!, operator.parts[2]!);
};
