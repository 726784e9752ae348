import { PhysicsError } from "../../errors.js";
import { sweep } from "../../expressions/compile.js";
import { parse } from "../../expressions/parse.js";
import { tex } from "../../expressions/tex.js";
import type { PointFunction } from "../point-function.js";

/** A symmetric matrix by rows, of numbers or of formulas. */
export type Tensor = readonly (readonly (number | string)[])[];

/** D: a number, a formula in the coordinates such as "1 + 0.5*x^2", a function of them, or a symmetric tensor by rows, [[2, 0.5], [0.5, 1.2]],
 *  whose entries may be formulas, or a function that returns one. Length² over time. */
export type Diffusion = number | string | PointFunction | Tensor | ((...point: number[]) => Tensor);

/** D at places. */
export interface DiffusionField {
  readonly isScalar: boolean;
  readonly isConstant: boolean;
  readonly text: string;
  /** What D is, in LaTeX; nothing where it is a function of which only the values are known. */
  readonly tex: string;
  /** D at a point: one number, or dim² by rows, into `out`. @throws PhysicsError "parameter" where it is not positive */
  at(point: Float64Array, out: Float64Array): Float64Array;
}

const where = (point: Float64Array): string => (point.length === 1 ? String(point[0]) : `(${point.join(", ")})`);

const refuse = (what: string): never => {
  throw new PhysicsError("parameter", {
    what,
    expected: "a number above 0, or a symmetric matrix with positive eigenvalues",
    remedy: "Give D a positive value at every cell of the grid",
  });
};

/** Whether all leading minors of a symmetric matrix of up to three rows are positive. */
const isPositive = (m: Float64Array, dim: number): boolean => {
  const minor = m[0] * m[dim + 1] - m[1] * m[dim];
  if (dim === 2) return m[0] > 0 && minor > 0;
  const determinant =
    m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6]) + m[2] * (m[3] * m[7] - m[4] * m[6]);
  return m[0] > 0 && minor > 0 && determinant > 0;
};

const checked = (dim: number, isScalar: boolean, point: Float64Array, out: Float64Array): Float64Array => {
  if (isScalar || dim === 1)
    return Number.isFinite(out[0]) && out[0] > 0 ? out : refuse(`D at ${where(point)} is ${out[0]}`);
  for (let i = 0; i < dim; i++)
    for (let j = 0; j < i; j++)
      if (!(Math.abs(out[i * dim + j] - out[j * dim + i]) <= 1e-12 * (out[i * dim + i] + out[j * dim + j])))
        refuse(`The matrix D at ${where(point)} is not symmetric: ${out.join(", ")}`);
  return out.every(Number.isFinite) && isPositive(out, dim)
    ? out
    : refuse(`The matrix D at ${where(point)} is ${out.join(", ")}`);
};

const flat = (tensor: Tensor, dim: number): (number | string)[] => {
  const rows = Array.isArray(tensor) ? tensor : [];
  if (rows.length !== dim || rows.some((row) => row.length !== dim))
    throw new PhysicsError("dimension", {
      what: `D is a matrix with ${rows.map((row) => row.length).join(", ")} numbers in its rows`,
      expected: `${dim} rows of ${dim}`,
      remedy:
        dim === 1 ? "Give one number on a line" : "Write one row for each coordinate, such as [[2, 0.5], [0.5, 1.2]]",
    });
  return rows.flat();
};

const ofFormulas = (entries: readonly (number | string)[], names: readonly string[]) => {
  const compiled = sweep(
    entries.map((entry) => parse(String(entry))),
    { coordinates: names, parameters: {} },
  );
  return (point: Float64Array, out: Float64Array) => compiled(point, new Float64Array(0), out);
};

/** D = a formula, or a matrix of formulas by rows. */
const texOf = (entries: readonly (number | string)[], names: readonly string[]): string => {
  const parts = entries.map((entry) => tex(parse(String(entry)), names));
  if (parts.length === 1) return `D = ${parts[0]}`;
  const rows = names.map((_, i) => parts.slice(i * names.length, (i + 1) * names.length).join(" & "));
  return `\\mathsf{D} = \\begin{pmatrix} ${rows.join(" \\\\ ")} \\end{pmatrix}`;
};

/** D as a field over the coordinates with these names. @throws PhysicsError "parameter", "expression", "dimension" */
export const diffusionField = (D: Diffusion, names: readonly string[]): DiffusionField => {
  const dim = names.length;
  if (typeof D === "function") {
    const isScalar = typeof D(...names.map(() => 0.5)) === "number";
    return {
      isScalar,
      isConstant: false,
      text: `D(${names.join(", ")})`,
      tex: "",
      at: (point, out) => {
        const value = D(...point);
        out.set(typeof value === "number" ? [value] : flat(value, dim).map(Number));
        return checked(dim, isScalar, point, out);
      },
    };
  }
  const isScalar = typeof D === "number" || typeof D === "string";
  const entries = isScalar ? [D] : flat(D, dim);
  const fill = ofFormulas(entries, names);
  const isConstant = entries.every((entry) => typeof entry === "number");
  if (isScalar && isConstant && !((D as number) > 0 && Number.isFinite(D))) refuse(`D is ${D}`);
  return {
    isScalar,
    isConstant,
    tex: texOf(entries, names),
    text: isScalar ? String(D) : `[${(D as Tensor).map((row) => `[${row.join(", ")}]`).join(", ")}]`,
    at: (point, out) => checked(dim, isScalar, point, fill(point, out)),
  };
};
