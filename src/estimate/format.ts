const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A whole power of ten as "×10⁻⁵". */
const power = (exponent: number): string =>
  `×10${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join("")}`;

const inRange = (exponent: number): boolean => exponent >= -4 && exponent < 7;

/** A number alone, to at most ten significant digits. */
const bare = (mean: number): string => {
  const exponent = mean === 0 ? 0 : Math.floor(Math.log10(Math.abs(mean)));
  if (!Number.isFinite(mean) || inRange(exponent)) return String(Number(mean.toPrecision(10)));
  return `${Number((mean / 10 ** exponent).toPrecision(10))}${power(exponent)}`;
};

/** "1.832(11)": the error, to two digits, in units of the last digit shown. Very small and large numbers carry a power of ten.
 *  An error that is zero, or below a relative 1e-10, leaves the bare number. */
export const format = (mean: number, error: number): string => {
  if (!Number.isFinite(mean) || !(error > 1e-10 * Math.abs(mean))) return bare(mean);
  if (!Number.isFinite(error)) return `${bare(mean)}(∞)`;
  const size = Math.max(Math.abs(mean), error);
  const exponent = Math.floor(Math.log10(size));
  const scale = inRange(exponent) ? 0 : exponent;
  const scaled = error / 10 ** scale;
  let digits = 1 - Math.floor(Math.log10(scaled));
  if (Math.round(scaled * 10 ** digits) === 100) digits--;
  const shown = Math.max(digits, 0);
  const width = digits > 0 ? Math.round(scaled * 10 ** digits) : Math.round(scaled);
  const parenthesis = digits === 1 ? (width / 10).toFixed(1) : String(width);
  return `${(mean / 10 ** scale).toFixed(shown)}(${parenthesis})${scale === 0 ? "" : power(scale)}`;
};
