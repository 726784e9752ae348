// Element by element, with an axis of length one stretched to the other's length.
const rowsOf = ({ shape }) => (shape.length === 2 ? shape[0] : 1);
const columnsOf = ({ shape }) => shape.at(-1) ?? 1;

const common = (a, b, what) => {
  if (a === b || b === 1) return a;
  if (a === 1) return b;
  throw new Error(`tensors of ${a} and ${b} ${what} cannot be combined: make them equal, or one of them 1`);
};

exports.binary = (a, b, operation) => {
  const rows = common(rowsOf(a), rowsOf(b), "rows");
  const columns = common(columnsOf(a), columnsOf(b), "columns");
  const at = (x, row, column) =>
    x.values[(rowsOf(x) === 1 ? 0 : row) * columnsOf(x) + (columnsOf(x) === 1 ? 0 : column)];
  const values = new Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = operation(at(a, row, column), at(b, row, column));
    }
  }
  const rank = Math.max(a.shape.length, b.shape.length);
  return { values, shape: [rows, columns].slice(2 - rank) };
};
