/** A number as JavaScript, in brackets where a sign could meet another. */
export const literal = (value: number): string => (value < 0 || Object.is(value, -0) ? `(${value})` : String(value));
