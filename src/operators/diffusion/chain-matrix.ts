import { PhysicsError } from "../../errors.js";

/** The matrix of a Markov chain by rows: probabilities of a step, or rates. */
export interface ChainMatrix {
  readonly rows: readonly Float64Array[];
  /** Whether a row sums to 1, in steps; otherwise to 0, in time. */
  readonly isDiscrete: boolean;
}

const refuse = (what: string): never => {
  throw new PhysicsError("parameter", {
    what,
    expected: "rows of probabilities ≥ 0 that sum to 1, or of rates ≥ 0 off the diagonal that sum to 0",
    remedy: "Divide each row by its sum, or put minus the sum of the others on the diagonal",
  });
};

/** A square matrix of numbers as that of a Markov chain. @throws PhysicsError "parameter" */
export const chainMatrix = (given: readonly ArrayLike<number>[]): ChainMatrix => {
  const rows = given.map((row) => Float64Array.from(row));
  const n = rows.length;
  if (n < 2 || rows.some((row) => row.length !== n)) refuse(`The matrix has ${n} rows of ${rows.map((r) => r.length)}`);
  const size = rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0));
  const sums = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const isDiscrete = sums.every((sum) => Math.abs(sum - 1) < 1e-9);
  const bad = sums.findIndex((sum, i) => !(Math.abs(sum) <= 1e-9 * size[i]));
  if (!isDiscrete && bad >= 0) refuse(`Row ${bad} sums to ${sums[bad]}`);
  for (const [i, row] of rows.entries())
    for (const [j, value] of row.entries())
      if (!(value >= 0 || (!isDiscrete && i === j))) refuse(`The entry at row ${i}, column ${j} is ${value}`);
  return { rows, isDiscrete };
};

/** One matrix times another, by rows. */
const times = (a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] =>
  a.map((row) => {
    const out = new Float64Array(row.length);
    for (const [k, factor] of row.entries())
      if (factor !== 0) for (let j = 0; j < out.length; j++) out[j] += factor * b[k][j];
    return out;
  });

const power = (matrix: readonly Float64Array[], exponent: number): readonly Float64Array[] => {
  let result: readonly Float64Array[] = matrix.map((_, i) => new Float64Array(matrix.length).fill(1, i, i + 1));
  let square = matrix;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = times(result, square);
    if (rest > 1) square = times(square, square);
  }
  return result;
};

/** The matrix of the probabilities after a time: Pᵗ, or exp(tQ) as a sum and squares of matrices ≥ 0, in which nothing cancels. */
export const afterTime = ({ rows, isDiscrete }: ChainMatrix, t: number): readonly Float64Array[] => {
  if (isDiscrete) return power(rows, t);
  const fastest = rows.reduce((most, row, i) => Math.max(most, -row[i]), 0);
  const halvings = Math.max(0, Math.ceil(Math.log2(fastest * t || 1)));
  const x = (fastest * t) / 2 ** halvings;
  // exp(tQ) = e⁻ˣ exp(x (1 + Q/fastest)) for x = fastest t.
  const jumps = rows.map((row, i) => row.map((rate, j) => (rate / (fastest || 1) + Number(i === j)) * x));
  let term: readonly Float64Array[] = power(jumps, 0);
  let sum = term.map((row) => row.slice());
  for (let k = 1; k <= 30; k++) {
    term = times(term, jumps).map((row) => row.map((value) => value / k));
    sum = sum.map((row, i) => row.map((value, j) => value + term[i][j]));
  }
  return power(
    sum.map((row) => row.map((value) => value * Math.exp(-x))),
    2 ** halvings,
  );
};
