import type { Paper } from "../../symbolic/statements/paper.js";
import { appendix } from "./appendix.js";
import * as declarations from "./declarations.js";
import { conservationLaw, multiscale } from "./section-2.js";
import { scaledConservationLaw, scaledMultiscale } from "./section-3.js";

/** From the Liouville equation to the Smoluchowski and the Fokker–Planck equation. */
export const paper: Paper = {
  key: "001",
  title: "From the Liouville equation to the Smoluchowski and Fokker–Planck equations",
  sections: [
    { title: "Conservation law", declarations: declarations.conservation2, statements: conservationLaw },
    { title: "Smoluchowski equation", declarations: declarations.section2, statements: multiscale },
    {
      title: "Conservation law of scaled variables",
      declarations: declarations.conservation3,
      statements: scaledConservationLaw,
    },
    { title: "Fokker–Planck equation", declarations: declarations.section3, statements: scaledMultiscale },
    { title: "Appendix", declarations: declarations.section3, statements: appendix },
  ],
};
