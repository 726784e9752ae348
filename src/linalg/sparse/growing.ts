/** Columns of a sparse matrix, written one after the other while their lengths are not yet known. */
export interface Growing {
  index: Int32Array;
  re: Float64Array;
  /** Empty where all numbers are real. */
  im: Float64Array;
  filled: number;
}

const wider = <A extends Int32Array | Float64Array>(old: A, length: number): A => {
  const out = new (old.constructor as new (length: number) => A)(length);
  out.set(old);
  return out;
};

/** Makes room for `more` further entries. */
export const reserve = (store: Growing, more: number): void => {
  if (store.filled + more <= store.index.length) return;
  const length = 2 * (store.filled + more);
  store.index = wider(store.index, length);
  store.re = wider(store.re, length);
  if (store.im.length > 0) store.im = wider(store.im, length);
};

/** An empty store with room for `length` entries. */
export const growing = (length: number, complex: boolean): Growing => ({
  index: new Int32Array(length),
  re: new Float64Array(length),
  im: new Float64Array(complex ? length : 0),
  filled: 0,
});
