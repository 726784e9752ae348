// What danfojs-node asks of TensorFlow: tensors of at most two dimensions, moments, and shuffled samples.
const { Tensor, scalar, tensor1d, tensor2d } = require("./tensor.cjs");
const { dataset } = require("./dataset.cjs");

/** The mean and the population variance along an axis. */
const moments = (x, axis) => {
  const mean = x.mean(axis);
  const deviation = x.sub(mean);
  return { mean, variance: deviation.mul(deviation).mean(axis) };
};

module.exports = { Tensor, scalar, tensor1d, tensor2d, moments, data: { array: dataset } };
