/** The result of a run: one row for each work and peer. */

import type { Row } from "../row.js";
import { type Figures, targetOf, unitOf, works } from "./works.js";

export interface Measured {
  readonly name: string;
  readonly version: string;
  readonly figures: Figures;
}

/** Ours against each of the others; the ratio is ours ÷ theirs. */
export const rowsOf = ([ours, ...others]: readonly Measured[]): Row[] =>
  works.flatMap((work) =>
    others.map(({ name, version, figures }) => {
      const [mine, theirs] = [ours!.figures[work] ?? null, figures[work] ?? null];
      const ratio = mine === null || theirs === null ? null : mine / theirs;
      return {
        work,
        peer: name,
        peerVersion: version,
        ours: mine,
        theirs,
        unit: unitOf(work),
        ratio,
        target: targetOf(work, name),
      };
    }),
  );
