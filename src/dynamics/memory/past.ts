/** What a heavy particle has done so far, as its memory needs it. */
export interface Past {
  /** Notes how far s has moved in the newest step, for all copies. */
  add(jumps: Float64Array): void;
  /** Iₐ ← Iₐ − Σₗ Σᵦ κₙ₋ₗ,ₐᵦ Δₗᵦ over all steps l so far, n the newest, for all copies. */
  recall(impulses: Float64Array): void;
}

/** κₖ = ∫ k dt over the step number k after a displacement, A × A row by row, for k = 0, 1, … */
export type Weights = (k: number) => Float64Array;

/** The memory of `feels` displacements, for copies that stand one after the other. */
export const past = (weights: Weights, feels: number): Past => {
  const jumps: Float64Array[] = [];
  return {
    add: (newest) => {
      jumps.push(newest.slice());
    },
    recall: (impulses) => {
      for (let l = 0; l < jumps.length; l++) {
        const kappa = weights(jumps.length - 1 - l);
        const then = jumps[l];
        for (let copy = 0; copy < then.length; copy += feels)
          for (let a = 0; a < feels; a++)
            for (let b = 0; b < feels; b++) impulses[copy + a] -= kappa[a * feels + b] * then[copy + b];
      }
    },
  };
};
