import { PhysicsError } from "../../../errors.js";
import type { Term } from "../../terms/term.js";
import { deltaOf, exponential, power } from "./functions.js";
import { type Gaussian, integrated, plus, polynomial, scalar, times } from "./gaussian.js";
import { character, type Line } from "./line.js";
import { variable } from "./polynomial.js";

const beyond = (what: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `${what} cannot be evaluated along one direction`,
    expected: "numbers, Gaussians, δ, sums and products over the momenta, integrals over all of a line",
    remedy: "Certify the statement by its steps alone",
  });
};

const subscript = (of: Term, line: Line): string | undefined => {
  const [index] = of.parts;
  if (of.subscripts === 0) return undefined;
  return String(index!.value?.toFraction() ?? line.indices.get(index!.name) ?? index!.name);
};

/** "x_2", "C_1": a name with what its subscript stands at. */
const labelOf = (of: Term, line: Line): string => {
  const below = subscript(of, line);
  return `${of.name}${below === undefined ? "" : `_${below}`}${of.starred ? "*" : ""}`;
};

const symbolValue = (of: Term, line: Line): Gaussian => {
  const label = labelOf(of, line);
  const said = line.definitions.find(({ left }) => left.head === "symbol" && labelOf(left, line) === label);
  if (said && !line.numbers.has(label)) return gaussianOf(said.right, line);
  const below = subscript(of, line);
  if (of.name === "m" && below) return scalar(line.masses[Number(below) - 1] ?? Number.NaN);
  if (of.name === "i" && !below) return scalar(0, 1);
  const number = line.numbers.get(label) ?? line.indices.get(label);
  return number === undefined ? polynomial(variable(character(line, label))) : scalar(number);
};

/** The number that a term without variables is. */
const numberOf = (of: Term, line: Line): number => gaussianOf(of, line)[0]?.factor.get("")?.[0] ?? 0;

const each = (of: Term, line: Line): readonly Gaussian[] => {
  const [body, from, to] = of.parts;
  const [first, last] = [numberOf(from!, line), numberOf(to!, line)];
  return Array.from({ length: last - first + 1 }, (_, k) =>
    gaussianOf(body!, { ...line, indices: new Map([...line.indices, [of.name, first + k]]) }),
  );
};

const isEndless = (of: Term): boolean => of.name === "∞" || of.parts.some(isEndless);

const overLine = (of: Term, line: Line): Gaussian =>
  of.parts.slice(1).every(isEndless)
    ? integrated(gaussianOf(of.parts[0]!, line), character(line, of.name))
    : beyond("An integral between finite ends");

const overMomenta = (of: Term, line: Line): Gaussian =>
  of.name === "Γx*"
    ? line.masses.reduce(
        (value, _, l) => integrated(value, character(line, `x_${l + 1}`)),
        gaussianOf(of.parts[0]!, line),
      )
    : beyond(`An integral over ${of.name}`);

/** The value of a scalar term of one direction: Gaussians of the variables that are free in it. @throws PhysicsError "undefined-quantity" */
export const gaussianOf = (of: Term, line: Line): Gaussian => {
  const parts = () => of.parts.map((part) => gaussianOf(part, line));
  switch (of.head) {
    case "number":
      return of.value!.equals(0) ? [] : scalar(of.value!.valueOf());
    case "symbol":
      return symbolValue(of, line);
    case "plus":
      return plus(...parts());
    case "times":
      return parts().reduce(times);
    case "power":
      return power(gaussianOf(of.parts[0]!, line), numberOf(of.parts[1]!, line));
    case "exp":
      return exponential(gaussianOf(of.parts[0]!, line));
    case "delta":
      return deltaOf(gaussianOf(of.parts[0]!, line));
    case "series":
      return plus(...each(of, line));
    case "product":
      return each(of, line).reduce(times, scalar(1));
    case "integral":
      return overLine(of, line);
    case "phase":
      return overMomenta(of, line);
    default:
      return beyond(`A ${of.head}`);
  }
};
