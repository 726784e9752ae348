/** Vectors and matrices of mathjs as LaTeX, shortened by dots beyond 10 rows or columns. */

/** A dense or sparse matrix of mathjs. */
export interface MatrixShape {
  readonly type?: string;
  size(): number[];
  get(index: number[]): unknown;
}

/** Stands for the dots. */
const GAP = -1;
const MOST = 10;

const shown = (count: number): number[] =>
  count <= MOST
    ? Array.from({ length: count }, (_, i) => i)
    : [...Array.from({ length: MOST - 3 }, (_, i) => i), GAP, count - 2, count - 1];

function dots(row: number, column: number): string {
  if (row === GAP && column === GAP) return "\\ddots";
  return row === GAP ? "\\vdots" : "\\cdots";
}

/** Whether a value is a matrix of mathjs. */
export const isMatrix = (value: object): value is object & MatrixShape =>
  (value as { isMatrix?: unknown }).isMatrix === true && typeof (value as Partial<MatrixShape>).size === "function";

/** A vector as a column, a matrix as it is; undefined for more than two dimensions, which paper has not. */
export function matrixTex(matrix: MatrixShape, entryTex: (entry: unknown) => string): string | undefined {
  const size = matrix.size();
  if (size.length === 0 || size.length > 2) return undefined;
  const [rows, columns = 1] = size;
  const entry = (row: number, column: number): string =>
    row === GAP || column === GAP ? dots(row, column) : entryTex(matrix.get(size.length === 1 ? [row] : [row, column]));
  const lines = shown(rows).map((row) =>
    shown(columns)
      .map((column) => entry(row, column))
      .join(" & "),
  );
  return `\\begin{bmatrix}${lines.join(" \\\\ ")}\\end{bmatrix}`;
}
