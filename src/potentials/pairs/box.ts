import { positive } from "../../checks.js";
import { PhysicsError } from "../../errors.js";

/** A periodic box: one length for all sides, or one for each. */
export type BoxSize = number | readonly number[];

/** The lengths of a periodic box, wide enough that no particle meets two images of another. @throws PhysicsError "dimension", "parameter" */
export const boxLengths = (box: BoxSize, dim: number, cutoff: number): readonly number[] => {
  const lengths = typeof box === "number" ? new Array<number>(dim).fill(box) : [...box];
  if (lengths.length !== dim)
    throw new PhysicsError("dimension", {
      what: `The box has ${lengths.length} lengths`,
      expected: `${dim}, or one number for all sides`,
      remedy: "List a length for every direction, such as box: [8, 8, 8]",
    });
  for (const [i, length] of lengths.entries()) positive(`box[${i}]`, length);
  const shortest = Math.min(...lengths);
  if (!(cutoff <= shortest / 2))
    throw new PhysicsError("parameter", {
      what: `The cutoff ${cutoff} reaches beyond half the box, ${shortest / 2}`,
      expected: "one image of every particle within the cutoff",
      remedy:
        cutoff < Number.POSITIVE_INFINITY
          ? `Try a box of at least ${2 * cutoff}, or a cutoff of ${shortest / 2}`
          : `Give the pair potential a cutoff, such as ${shortest / 2}`,
    });
  return lengths;
};
