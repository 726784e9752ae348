import { labelOf } from "../notation/names.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { type NumberOf, numberOf } from "./number.js";

const code = (of: Term, places: ReadonlyMap<string, number>, value: NumberOf): string => {
  const part = (each: Term): string => code(each, places, value);
  const [a, b] = of.parts as [Term, Term];
  switch (of.head) {
    case "number":
      return `(${Number(of.value)})`;
    case "symbol": {
      const place = places.get(labelOf(of));
      return place === undefined ? `(${numberOf(of, value)})` : `q[${place}]`;
    }
    case "plus":
      return of.parts.length === 0 ? "0" : `(${of.parts.map(part).join("+")})`;
    case "times":
      return `(${of.parts.map(part).join("*")})`;
    case "power":
      return `Math.pow(${part(a)},${part(b)})`;
    case "exp":
      return `Math.exp(${part(a)})`;
    case "ln":
      return `Math.log(${part(a)})`;
    default:
      return beyond(of, "evaluated");
  }
};

/** A scalar formula as a function of the numbers that some names have, all others given. @throws PhysicsError "parameter", "expression" */
export const compiled = (of: Term, names: readonly Term[], value: NumberOf): ((q: ArrayLike<number>) => number) =>
  new Function("q", `return ${code(of, new Map(names.map((name, i) => [labelOf(name), i])), value)};`) as (
    q: ArrayLike<number>,
  ) => number;
