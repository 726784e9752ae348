import { finite, positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { cholesky } from "../../linalg/dense/dense-cholesky.js";

/** One stiffness, one for each coordinate, or the matrix K of V = ½ qᵀ K q. */
export type Stiffness = number | readonly number[] | readonly (readonly number[])[];

const refuse = (what: string, expected: string): never => {
  throw new PhysicsError("parameter", { what, expected, remedy: "Write the matrix row by row: [[2, 0.5], [0.5, 3]]" });
};

const checkSquare = (rows: readonly (readonly number[])[]): void => {
  for (const [i, row] of rows.entries()) {
    if (row.length !== rows.length)
      refuse(`Row ${i} of k holds ${row.length} numbers`, `${rows.length}, as many as there are rows`);
    for (const [j, value] of row.entries())
      if (finite(`k[${i}][${j}]`, value) !== rows[j]?.[i])
        refuse(`k[${i}][${j}] is ${value} and k[${j}][${i}] is ${rows[j]?.[i]}`, "a symmetric matrix");
  }
};

/** The matrix of a stiffness, symmetric and positive definite. @throws PhysicsError "parameter" */
export const stiffnessMatrix = (k: Stiffness): readonly (readonly number[])[] => {
  if (typeof k === "number") return [[positive("k", k)]];
  if (k.length === 0) refuse("k is empty", "a stiffness for each coordinate");
  if (k.every((part) => typeof part === "number"))
    return k.map((value, i) => k.map((_, j) => (i === j ? positive(`k[${i}]`, value as number) : 0)));
  const rows = k as readonly (readonly number[])[];
  checkSquare(rows);
  if (cholesky(rows.flat(), rows.length) === undefined)
    refuse("k has a direction in which it does not pull back", "a positive definite matrix");
  return rows;
};
