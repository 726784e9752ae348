import { concise, inRange, power } from "./concise.js";

const infinite = (x: number): string => String(x).replace("Infinity", "∞");

/** A number alone, to at most ten significant digits. */
const bare = (mean: number): string => {
  const exponent = mean === 0 ? 0 : Math.floor(Math.log10(Math.abs(mean)));
  if (!Number.isFinite(mean)) return infinite(mean);
  if (inRange(exponent)) return String(Number(mean.toPrecision(10)));
  return `${Number((mean / 10 ** exponent).toPrecision(10))}${power(exponent)}`;
};

/** "1.832(11)": the error in units of the last digit shown, two digits of it when they are 10 … 29 and otherwise one. Very small and large numbers
 *  carry a power of ten. An error that is zero, or below a relative 1e-10, leaves the bare number; what is not finite is written with ±. */
export const format = (mean: number, error: number): string => {
  if (error === 0) return bare(mean);
  if (!Number.isFinite(mean) || !Number.isFinite(error)) return `${bare(mean)} ± ${infinite(error)}`;
  return error <= 1e-10 * Math.abs(mean) ? bare(mean) : concise(mean, error);
};
