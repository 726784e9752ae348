/** The five functions danfojs takes from mathjs, so that mathjs need not be bundled. Missing values are left out; nothing gives NaN. */

const isMissing = (x) => x === null || x === undefined || Number.isNaN(x);

/** The values as numbers; words that are no numbers are refused, as mathjs does. */
const numbers = (values) =>
  values
    .filter((x) => !isMissing(x))
    .map((x) => {
      const number = Number(x);
      if (Number.isNaN(number)) throw new TypeError(`Cannot convert "${x}" to a number`);
      return number;
    });

const meanOf = (xs) => xs.reduce((sum, x) => sum + x, 0) / xs.length;

export const mean = (values) => meanOf(numbers(values));

/** The unbiased variance Σ(x − mean)²/(n − 1); zero for a single value, as in mathjs. */
export const variance = (values) => {
  const xs = numbers(values);
  if (xs.length === 1) return 0;
  const centre = meanOf(xs);
  return xs.length === 0 ? Number.NaN : xs.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (xs.length - 1);
};

export const std = (values) => Math.sqrt(variance(values));

/** The middle value, or the mean of the two in the middle. */
export const median = (values) => {
  const xs = numbers(values).sort((a, b) => a - b);
  const middle = xs.length >> 1;
  if (xs.length === 0) return Number.NaN;
  return xs.length % 2 === 1 ? xs[middle] : (xs[middle - 1] + xs[middle]) / 2;
};

/** The values that occur most often, in the order in which they come to be so. */
export const mode = (values) => {
  const count = new Map();
  let most = 0;
  let modes = [];
  for (const x of values.filter((value) => !isMissing(value))) {
    const times = (count.get(x) ?? 0) + 1;
    count.set(x, times);
    if (times === most) modes.push(x);
    if (times > most) [most, modes] = [times, [x]];
  }
  return modes;
};
