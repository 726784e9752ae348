/** The MIME type of a derivation in a notebook. */
export const derivationMime = "application/vnd.liouville.derivation.v1+json";

/** One way in which a step was certified: what was tried, and the largest relative residual; of a simulation, in standard errors. */
export interface ShownCertificate {
  readonly method: "replayed" | "evaluated" | "simulated";
  readonly instances: number;
  readonly residual: number;
}

/** What lies between two lines of a derivation. */
export interface Substep {
  readonly rule: string;
  readonly tex: string;
  readonly text: string;
}

/** A formula as it is shown: in LaTeX and in the notation. */
export interface ShownFormula {
  readonly tex: string;
  readonly text: string;
}

/** A line of a derivation as plain data. */
export interface DerivationStep extends ShownFormula {
  /** Short, and once in the derivation: "29", "ρ₁". */
  readonly id: string;
  /** In the words of a physicist. */
  readonly rule: string;
  readonly kind: "definition" | "identity" | "hypothesis" | "limit";
  /** The ids of the lines that it follows from. */
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
  readonly verdict?: "holds" | "misprint" | "definition" | "hypothesis" | "limit";
  /** Of a misprint: as printed, and what holds. */
  readonly printed?: ShownFormula;
  readonly corrected?: ShownFormula;
  /** Why it has this verdict, or why a certificate is missing. */
  readonly reason?: string;
  readonly certificates: readonly ShownCertificate[];
  readonly substeps?: readonly Substep[];
}

/** A derivation as plain data, which is what a notebook keeps. */
export interface DerivationForm {
  readonly title: string;
  readonly steps: readonly DerivationStep[];
}
