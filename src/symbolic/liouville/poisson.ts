import { PhysicsError } from "../../errors.js";
import { parse, tex, text } from "../notation/index.js";
import { signsOf } from "../notation/signs.js";
import { type Operator, operator } from "../operators/index.js";
import { named } from "../operators/names.js";
import { wordsOf } from "../operators/words.js";
import { derivative } from "../scalars/derivative.js";
import { tidy } from "../scalars/expand.js";
import { letterOf, namesOf } from "../scalars/names.js";
import { minus, plus, times } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { type Quantity, shown } from "./quantity.js";

/** The algebra of phase functions, with {A, B} = Σ ∂A/∂x ∂B/∂p − ∂A/∂p ∂B/∂x. */
export interface PoissonAlgebra {
  /** {A, B}, multiplied out. @throws PhysicsError "expression" */
  bracket(a: string | Quantity, b: string | Quantity): Quantity;
  /**
   * An operator acting on a phase function, where each letter A stands for 𝓛_A = {A, ·} of the Hamiltonian given for it: so that [𝓛_A, 𝓛_B] = 𝓛_{A,B}.
   * @throws PhysicsError "parameter" for a letter without a Hamiltonian, "expression" for exponentials
   */
  apply(operator: Operator | string, hamiltonians: Readonly<Record<string, string | Quantity>>, of: string): Quantity;
}

const latex = (of: Term): string => tex(of, signsOf([of]));

const termOf = (of: string | Quantity): Term => (typeof of === "string" ? parse(of, namesOf(of)) : of.term);

/** Poisson's brackets of positions and their momenta: `poisson({ x: "p" })`. */
export const poisson = (pairs: Readonly<Record<string, string>>): PoissonAlgebra => {
  const conjugate = Object.entries(pairs).map((pair) => pair.map((name) => named(letterOf(name))) as [Term, Term]);
  const bracket = (a: Term, b: Term): Term =>
    tidy(
      plus(
        ...conjugate.flatMap(([x, p]) => [
          times(derivative(a, x), derivative(b, p)),
          minus(times(derivative(a, p), derivative(b, x))),
        ]),
      ),
    );
  return {
    bracket: (a, b) => {
      const [left, right] = [termOf(a), termOf(b)];
      const value = bracket(left, right);
      const sides = [left, right].map(latex).join(", ");
      return shown(
        value,
        `{${text(left)}, ${text(right)}} = ${text(value)}`,
        `\\left\\{${sides}\\right\\} = ${latex(value)}`,
      );
    },
    apply: (given, hamiltonians, of) => {
      const whole = typeof given === "string" ? operator(given) : given;
      const energies = new Map(Object.entries(hamiltonians).map(([name, each]) => [letterOf(name), termOf(each)]));
      const step = (letter: Term, on: Term): Term => {
        const energy = letter.head === "symbol" ? energies.get(letter.name) : undefined;
        if (energy) return bracket(energy, on);
        throw new PhysicsError("parameter", {
          what: `${letter.name || letter.head} has no Hamiltonian`,
          expected: "a phase function for every letter, and no exponentials",
          remedy: 'Give it one, { A: "p^2/2" }',
        });
      };
      const parts = wordsOf(whole.term).map(({ coefficient, letters }) =>
        times(
          coefficient,
          letters.reduceRight((on, letter) => step(letter, on), termOf(of)),
        ),
      );
      const [on, value] = [termOf(of), tidy(plus(...parts))];
      return shown(
        value,
        `${whole.term.head === "plus" ? `(${whole.text})` : whole.text} (${text(on)}) = ${text(value)}`,
        `${whole.term.head === "plus" ? `\\left(${whole.tex}\\right)` : whole.tex} \\left(${latex(on)}\\right) = ${latex(value)}`,
      );
    },
  };
};
