/** A matrix by its columns: the entries of column j are number start[j] to start[j + 1] − 1, in rows `index`, which grow. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly start: Int32Array;
  readonly index: Int32Array;
  readonly value: Float64Array;
}

/** Entries by row and column. Those at the same place are added. */
export interface Triplets {
  readonly row: ArrayLike<number>;
  readonly column: ArrayLike<number>;
  readonly value: ArrayLike<number>;
}

/** Where each column begins, from the column of each entry. */
const startsOf = (columns: number, column: ArrayLike<number>): Int32Array => {
  const start = new Int32Array(columns + 1);
  for (let k = 0; k < column.length; k++) start[column[k] + 1]++;
  for (let j = 0; j < columns; j++) start[j + 1] += start[j];
  return start;
};

/** Aᵀ. Its rows grow within each column, whatever the order in A. */
export const transpose = ({ rows, columns, start, index, value }: Sparse): Sparse => {
  const entries = start[columns];
  const begin = startsOf(rows, index.subarray(0, entries));
  const next = begin.slice();
  const out = { index: new Int32Array(entries), value: new Float64Array(entries) };
  for (let j = 0; j < columns; j++)
    for (let k = start[j]; k < start[j + 1]; k++) {
      const at = next[index[k]]++;
      out.index[at] = j;
      out.value[at] = value[k];
    }
  return { rows: columns, columns: rows, start: begin, ...out };
};

/** Neighbouring entries of the same row in one. */
const merged = ({ rows, columns, start, index, value }: Sparse): Sparse => {
  const begin = new Int32Array(columns + 1);
  let filled = 0;
  for (let j = 0; j < columns; j++) {
    for (let k = start[j]; k < start[j + 1]; k++)
      if (filled > begin[j] && index[filled - 1] === index[k]) value[filled - 1] += value[k];
      else {
        index[filled] = index[k];
        value[filled++] = value[k];
      }
    begin[j + 1] = filled;
  }
  return { rows, columns, start: begin, index: index.slice(0, filled), value: value.slice(0, filled) };
};

/** The matrix with these entries. */
export const sparse = (rows: number, columns: number, { row, column, value }: Triplets): Sparse => {
  const start = startsOf(columns, column);
  const next = start.slice();
  const [index, values] = [new Int32Array(row.length), new Float64Array(row.length)];
  for (let k = 0; k < row.length; k++) {
    const at = next[column[k]]++;
    index[at] = row[k];
    values[at] = value[k];
  }
  return merged(transpose(transpose({ rows, columns, start, index, value: values })));
};

/** y = A x, into `y`. */
export const multiply = ({ columns, start, index, value }: Sparse, x: Float64Array, y: Float64Array): Float64Array => {
  y.fill(0);
  for (let j = 0; j < columns; j++) {
    const factor = x[j];
    for (let k = start[j]; k < start[j + 1]; k++) y[index[k]] += value[k] * factor;
  }
  return y;
};
