/** Pairs of cells between which there are jumps. */
export interface Joints {
  readonly count: number;
  readonly from: Int32Array;
  /** The other cell, or −1 for an absorbing end. */
  readonly to: Int32Array;
  /** D times area over distance: the rate of jumps without a force, times the volume of the cell. */
  readonly size: Float64Array;
  /** From the middle of `from` towards `to` in cells, `dim` numbers a joint. */
  readonly steps: Int8Array;
  /** The part of the step that is made: 1, and less where it ends at an absorbing end. */
  readonly share: Float64Array;
}

/** A list of joints that grows. */
export interface JointList {
  add(from: number, to: number, size: number, step: readonly number[], share: number): void;
  done(): Joints;
}

export const jointList = (dim: number): JointList => {
  const [from, to, size, steps, share]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  return {
    add: (a, b, amount, step, part) => {
      from.push(a);
      to.push(b);
      size.push(amount);
      share.push(part);
      for (let i = 0; i < dim; i++) steps.push(step[i]);
    },
    done: () => ({
      count: from.length,
      from: Int32Array.from(from),
      to: Int32Array.from(to),
      size: Float64Array.from(size),
      steps: Int8Array.from(steps),
      share: Float64Array.from(share),
    }),
  };
};
