/** How far apart two numbers may be and still count as the same: |a − b| ≤ absolute + relative · max(|a|, |b|). */
export interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

export const agree = (a: number, b: number, { relative, absolute }: Tolerance): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= absolute + relative * Math.max(Math.abs(a), Math.abs(b));
