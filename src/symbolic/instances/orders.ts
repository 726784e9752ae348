/** The largest power of ε that is kept of a power series: what ∞ stands for at its end. */
export const orders = 3;
