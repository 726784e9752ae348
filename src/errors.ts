/** What went wrong, in a closed list that a program can switch on. */
export type Fault =
  | "parameter"
  | "expression"
  | "dimension"
  | "grid"
  | "unbounded"
  | "unstable"
  | "non-finite"
  | "too-short"
  | "not-converged"
  | "undefined-quantity"
  | "checkpoint"
  | "unknown-key";

/** The three sentences of every message: what is wrong, what was expected, and the way out. */
export interface Complaint {
  readonly what: string;
  readonly expected: string;
  readonly remedy: string;
}

/** The numbers of an estimate that could not be trusted. */
export interface Evidence {
  readonly mean: number;
  readonly error: number;
  readonly samples: number;
  readonly tau: number;
}

/** The one error of the library. `fault` says of which kind it is; a run that was too short leaves its `estimate` here. */
export class PhysicsError extends Error {
  override readonly name = "PhysicsError";
  readonly fault: Fault;
  readonly estimate: Evidence | undefined;

  constructor(fault: Fault, { what, expected, remedy }: Complaint, estimate?: Evidence) {
    super(`${what}. Expected ${expected}. ${remedy}.`);
    this.fault = fault;
    this.estimate = estimate;
  }
}
