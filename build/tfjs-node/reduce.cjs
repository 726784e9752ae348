// Reductions along an axis (0: down the columns, 1: along the rows) or, without one, of everything.
const slices = ({ values, shape: [rows, columns] }, axis) =>
  axis === 0
    ? Array.from({ length: columns }, (_, column) => values.filter((_, i) => i % columns === column))
    : Array.from({ length: rows }, (_, row) => values.slice(row * columns, (row + 1) * columns));

exports.reduce = (x, axis, fold) => {
  if (axis === undefined || x.shape.length < 2) return { values: [fold(x.values)], shape: [] };
  const values = slices(x, axis).map(fold);
  return { values, shape: [values.length] };
};

/** The place of the first value that no other one beats. */
exports.first = (xs, beats) => xs.reduce((best, x, i) => (beats(x, xs[best]) ? i : best), 0);
