import { finite } from "../../checks.js";
import { counted } from "../../counted.js";
import { PhysicsError } from "../../errors.js";
import { coordinates, suffix } from "../coordinates.js";
import { type ExpressionPotential, expression } from "../expression.js";
import { type Stiffness, stiffnessMatrix } from "./stiffness.js";

/** A well of stiffness `k` about `a`, which is 0 unless told. */
export interface HarmonicWell {
  readonly k: Stiffness;
  readonly a?: number | readonly number[];
}

const centreOf = (a: number | readonly number[], dim: number): readonly number[] => {
  if (a === 0) return new Array<number>(dim).fill(0);
  const centre = typeof a === "number" ? [a] : a;
  if (centre.length === dim) return centre.map((value, i) => finite(dim === 1 ? "a" : `a[${i}]`, value));
  throw new PhysicsError("dimension", {
    what: `The centre a has ${counted(centre.length, "coordinate")}`,
    expected: `${dim}, as many as k has`,
    remedy: "List a number for every coordinate, such as a: [0, 1]",
  });
};

/** V(q) = ½ (q − a)ᵀ K (q − a), one well about a. k is a number on a line, a list of stiffnesses along the axes, or a symmetric positive definite matrix K,
 *  an energy over a length². Coordinates are x, y, z, or x1, x2, … beyond three. @throws PhysicsError "parameter", "dimension" */
export const harmonic = ({ k, a = 0 }: HarmonicWell): ExpressionPotential => {
  const matrix = stiffnessMatrix(k);
  const variables = coordinates(matrix.length);
  const centre = centreOf(a, matrix.length);
  const end = (i: number) => (matrix.length === 1 ? "" : `_${suffix(variables[i])}`);
  const parameters: Record<string, number> = {};
  const away = variables.map((name, i) => {
    if (centre[i] === 0) return name;
    parameters[`a${end(i)}`] = centre[i];
    return `(${name} - a${end(i)})`;
  });
  const terms = matrix.flatMap((row, i) =>
    row.slice(i).flatMap((value, step) => {
      if (value === 0) return [];
      const j = i + step;
      const name = step === 0 ? `k${end(i)}` : `k${end(i)}${matrix.length > 3 ? end(j) : suffix(variables[j])}`;
      parameters[name] = value;
      return [step === 0 ? `${name}*${away[i]}^2/2` : `${name}*${away[i]}*${away[j]}`];
    }),
  );
  return expression(terms.join(" + "), parameters, { variables });
};
