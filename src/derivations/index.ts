/** Derivations of papers that check themselves. */
import { derivation } from "./derivation.js";
import { evidence } from "./paper-001/evidence.js";
import { paper } from "./paper-001/paper.js";

/** From the Liouville equation to the Smoluchowski and the Fokker–Planck equation. */
export const paper001 = derivation(paper, evidence);
