import type { Equation } from "../statements/equation.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";

const binders = new Set(["atoms", "series", "product"]);

/** The names in a subscript or at the end of a sum. */
const namesIn = (of: Term): readonly string[] => (of.head === "symbol" ? [of.name] : of.parts.flatMap(namesIn));

const freeIn = (of: Term, bound: ReadonlySet<string>): readonly string[] => {
  const within = binders.has(of.head) ? new Set([...bound, of.name]) : bound;
  const places =
    of.head === "symbol" ? of.parts.slice(0, of.subscripts) : of.head === "series" ? of.parts.slice(1) : [];
  const here = places.flatMap(namesIn).filter((name) => !bound.has(name));
  return [...here, ...of.parts.flatMap((part) => freeIn(part, within))];
};

/** The variables that an equation holds for every whole value of: n of Λ₀ρₙ = −ΣΛᵢρₙ₋ᵢ. */
export const freeIndices = ({ left, right }: Equation, declarations: Declarations): readonly string[] => [
  ...new Set(
    [left, right]
      .flatMap((side) => freeIn(side, new Set()))
      .filter((name) => declarations.get(name)?.role === "variable"),
  ),
];

const isOfOrders = (of: Term): boolean => {
  const [by] = of.head === "partial" ? of.parts : [of];
  const isFamily = by!.head === "symbol" && by!.subscripts === 1 && by!.parts[0]!.head !== "number";
  const isTime = of.head === "partial" && by!.name === "t";
  return (isFamily && (isTime || of.sort === "operator")) || of.parts.some(isOfOrders);
};

/** Whether equations speak of operators of every order: ∂/∂tₙ, Λᵢ. */
export const areOfOrders = (equations: readonly Equation[]): boolean =>
  equations.some(({ left, right }) => isOfOrders(left) || isOfOrders(right));
