import { positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { type Estimate, isEstimate } from "../../estimate/estimate.js";
import type { Potential } from "../../potentials/potential.js";
import type { Reduction } from "./reduce.js";
import { atomMass } from "./vocabulary.js";
import { worth } from "./worth.js";

export type Measured = number | Estimate;
/** One number, or a matrix by rows, which is symmetric where motion can be reversed. */
export type Coefficient = Measured | readonly (readonly Measured[])[];

/** What stands in the holes of an equation. */
export interface Filling {
  /**
   * The integral of the correlation under the name that it has in the equation, a number or an estimate; a matrix by rows
   * where there are several variables, symmetric unless the motion of the problem cannot be reversed. γ is a momentum² × time, θ a force² × time, D a rate² × time.
   */
  readonly gamma?: Coefficient;
  readonly theta?: Coefficient;
  readonly D?: Coefficient;
  /** The potential of mean force −kT ln Q(X), of which fᵗʰ is the force. */
  readonly potential: Potential;
  readonly kT: number;
  readonly epsilon: number;
  /** m̂, which is 1 unless told, and the other constants of the equation, by the names that they have in the problem. */
  readonly constants?: Readonly<Record<string, number>>;
}

const refuse = (what: string, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy });
};

export const meanOf = (value: Measured): number => (isEstimate(value) ? value.mean : value);

const spelling: Readonly<Record<string, "gamma" | "theta" | "D">> = { γ: "gamma", θ: "theta", D: "D" };

/** The coefficient that a filling gives, under the name that the equation has for it. */
const given = (filling: Filling, { diffusive }: Reduction): Coefficient => {
  const letter = diffusive[0]!.hole.symbol.name.replace(/_.*$/u, "");
  const name = spelling[letter]!;
  const all = (["gamma", "theta", "D"] as const).filter((each) => filling[each] !== undefined);
  return all.length === 1 && all[0] === name
    ? filling[name]!
    : refuse(
        `The filling gives ${all.length > 0 ? all.join(", ") : "no coefficient"}, and the equation holds ${letter}`,
        `${name}, and nothing else`,
        `Write fill({ ${name}: …, potential, kT, epsilon })`,
      );
};

const isMatrix = (of: Coefficient): of is readonly (readonly Measured[])[] => Array.isArray(of);

const checkedSize = (name: string, matrix: readonly (readonly Measured[])[], rows: number): void => {
  if (matrix.length !== rows || matrix.some((row) => row.length !== rows))
    refuse(
      `${name} has rows of ${matrix.map((row) => row.length).join(", ")} numbers`,
      `a matrix of ${rows} × ${rows}, one row for each coordinate of the potential`,
      "Write it by rows",
    );
};

const checkedSymmetry = (name: string, matrix: readonly (readonly Measured[])[]): void => {
  for (const [a, row] of matrix.entries())
    for (const b of row.keys())
      if (meanOf(row[b]!) !== meanOf(matrix[b]![a]!))
        refuse(
          `The matrix ${name} differs from its transpose at (${a}, ${b})`,
          "a symmetric one, as the motion of this problem can be reversed",
          "Average the two; where a magnetic force makes them differ, write it among the motions of the problem",
        );
};

/** The coefficients as a list of what can have an error; `rows` is 0 for a single one. */
export interface Taken {
  readonly list: readonly Measured[];
  readonly rows: number;
  /** D_ab of the equation, ε² times what stands before the hole times its value, by rows or as the one number. */
  readonly diffusion: (values: readonly number[]) => number | number[][];
}

/** What stands before each hole, by blocks of a matrix with `rows` rows. */
const frontOf = (fronts: readonly number[], rows: number) => {
  const variables = Math.sqrt(fronts.length);
  const size = Math.max(rows, 1) / variables;
  return (a: number, b: number): number => fronts[Math.floor(a / size) * variables + Math.floor(b / size)]!;
};

const constantsOf = ({ constants = {}, kT, epsilon }: Filling): Readonly<Record<string, number>> => {
  const own = Object.entries(constants).flatMap(([name, value]) => {
    const plain = name.normalize("NFD");
    return plain.endsWith("̂")
      ? [[plain, value]]
      : [
          [plain, value],
          [`${plain}̂`, value],
        ];
  });
  return { [atomMass.name]: 1, ...Object.fromEntries(own), β: 1 / kT, ε: epsilon };
};

/** A filling checked against its equation. @throws PhysicsError "parameter" */
export const take = (reduction: Reduction, filling: Filling): Taken & { readonly mass: number } => {
  const { potential, kT, epsilon } = filling;
  positive("kT", kT);
  positive("epsilon", epsilon);
  const { diffusive } = reduction;
  const variables = Math.sqrt(diffusive.length);
  const coefficient = given(filling, reduction);
  const name = diffusive[0]!.hole.symbol.name.replace(/_.*$/u, "");
  if (!isMatrix(coefficient) && variables > 1)
    refuse(
      `${name} is one number for ${variables} variables`,
      "a matrix by rows",
      `Write ${spelling[name]}: [[…], […]]`,
    );
  if (isMatrix(coefficient)) checkedSize(name, coefficient, potential.dim);
  if (isMatrix(coefficient) && reduction.isSymmetric) checkedSymmetry(name, coefficient);
  const rows = isMatrix(coefficient) ? coefficient.length : 0;
  const list = isMatrix(coefficient) ? coefficient.flat() : [coefficient];
  if (rows === 0) positive(name, meanOf(list[0]!));
  const constants = constantsOf(filling);
  const front = frontOf(
    diffusive.map(({ front: before }) => epsilon ** 2 * worth(before, constants)),
    rows,
  );
  const matrix = (values: readonly number[]) =>
    Array.from({ length: rows }, (_, a) => Array.from({ length: rows }, (_, b) => front(a, b) * values[a * rows + b]!));
  return {
    list,
    rows,
    mass: constants[atomMass.name]!,
    diffusion: (values) => (rows === 0 ? front(0, 0) * values[0]! : matrix(values)),
  };
};
