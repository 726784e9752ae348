import type { Factor, Monomial, Sum } from "./index-form.js";

/** The name of a bound variable of integration, or of an index where it stands as a number. */
export const bound = "◦";

/** Whether a factor binds its first label within: ∫ … dx over a line, ∏ₗ. */
export const binds = ({ name }: Factor): boolean => name === "∏" || /^∫\d/.test(name);

/** Whether a label stands in a factor. */
export const mentions = ({ labels, within }: Factor, label: string): boolean =>
  labels.includes(label) || within.some((sum) => sum.some((each) => termMentions(each, label)));

/** Whether a label stands in a term. */
export const termMentions = ({ factors }: Monomial, label: string): boolean =>
  factors.some((each) => mentions(each, label));

/** Whether a label stands in a sum. */
export const sumMentions = (sum: Sum, label: string): boolean => sum.some((each) => termMentions(each, label));
