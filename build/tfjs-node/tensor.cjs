// Dense tensors of rank 0, 1 or 2 in double precision. Missing values (null, undefined) are NaN in arithmetic.
const { binary } = require("./broadcast.cjs");
const { reduce, first } = require("./reduce.cjs");

const number = (x) => (x === null || x === undefined ? Number.NaN : Number(x));
const truth = (compare) => (a, b) => (compare(a, b) ? 1 : 0);
/** The remainder with the sign of the divisor. */
const modulo = (a, b) => a - b * Math.floor(a / b);

class Tensor {
  constructor(values, shape, dtype = "float32") {
    this.values = values;
    this.shape = shape;
    this.dtype = dtype;
  }
  get rank() {
    return this.shape.length;
  }
  get size() {
    return this.values.length;
  }
  dataSync() {
    return this.values.slice();
  }
  /** The values as a number, an array, or an array of rows. */
  arraySync() {
    const { values, shape } = this;
    if (shape.length === 0) return values[0];
    if (shape.length === 1) return values.slice();
    return Array.from({ length: shape[0] }, (_, row) => values.slice(row * shape[1], (row + 1) * shape[1]));
  }
  clone() {
    return new Tensor(this.values.slice(), this.shape.slice(), this.dtype);
  }
  transpose() {
    if (this.rank < 2) return this.clone();
    const [rows, columns] = this.shape;
    const values = this.values.map((_, i) => this.values[(i % rows) * columns + Math.floor(i / rows)]);
    return new Tensor(values, [columns, rows], this.dtype);
  }
  sqrt() {
    return new Tensor(this.values.map(Math.sqrt), this.shape, this.dtype);
  }
  toString() {
    return `Tensor ${JSON.stringify(this.arraySync())}`;
  }
  print() {
    console.log(String(this));
  }
}

const operations = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  divNoNan: (a, b) => (b === 0 ? 0 : a / b),
  pow: (a, b) => a ** b,
  mod: modulo,
  greater: truth((a, b) => a > b),
  less: truth((a, b) => a < b),
  greaterEqual: truth((a, b) => a >= b),
  lessEqual: truth((a, b) => a <= b),
  equal: truth((a, b) => a === b),
  notEqual: truth((a, b) => a !== b),
};

for (const [name, operation] of Object.entries(operations)) {
  Tensor.prototype[name] = function (other) {
    const { values, shape } = binary(this, other instanceof Tensor ? other : scalar(other), (a, b) =>
      operation(number(a), number(b)),
    );
    return new Tensor(values, shape);
  };
}

const largest = (xs) => xs.reduce((a, b) => (b > a || Number.isNaN(b) ? b : a), -Infinity);
const smallest = (xs) => xs.reduce((a, b) => (b < a || Number.isNaN(b) ? b : a), Infinity);
const reductions = {
  max: largest,
  min: smallest,
  sum: (xs) => xs.reduce((a, b) => a + b, 0),
  mean: (xs) => xs.reduce((a, b) => a + b, 0) / xs.length,
  argMax: (xs) => first(xs, (x, best) => x > best),
  argMin: (xs) => first(xs, (x, best) => x < best),
};

for (const [name, fold] of Object.entries(reductions)) {
  Tensor.prototype[name] = function (axis = name.startsWith("arg") ? 0 : undefined) {
    const { values, shape } = reduce(this, axis, (xs) => fold(xs.map(number)));
    return new Tensor(values, shape);
  };
}

const scalar = (value) => new Tensor([value], [], typeof value === "boolean" ? "bool" : "float32");
const tensor1d = (values, dtype) => new Tensor(Array.from(values), [values.length], dtype);

/** From rows, or from flat values with a shape. */
const tensor2d = (values, shape, dtype) => {
  const rows = Array.isArray(values[0]);
  const flat = rows ? Array.from(values).flat() : Array.from(values);
  const size = shape ?? [values.length, rows ? values[0].length : 1];
  if (flat.length !== size[0] * size[1]) {
    throw new Error(`tensor2d: ${flat.length} values do not fill the shape ${size.join(" × ")}`);
  }
  return new Tensor(flat, size, dtype);
};

module.exports = { Tensor, scalar, tensor1d, tensor2d };
