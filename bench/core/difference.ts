/** Whether two answers are the same: what is wrong, or undefined. */

type Difference = (ours: readonly number[], theirs: readonly number[]) => string | undefined;

/** [mean, standard error] twice: no more than 5 standard errors apart. */
export const inErrors: Difference = ([mean, error], [theirMean, theirError]) => {
  const sigmas = (mean! - theirMean!) / Math.hypot(error!, theirError!);
  return Math.abs(sigmas) < 5 ? undefined : `${mean} and ${theirMean} are ${sigmas.toFixed(1)} standard errors apart`;
};

/** Number by number, to a share of the largest. */
export const toWithin =
  (tolerance: number): Difference =>
  (ours, theirs) => {
    if (ours.length !== theirs.length) return `${ours.length} numbers and ${theirs.length}`;
    const largest = theirs.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const worst = theirs.reduce((most, value, i) => Math.max(most, Math.abs(value - ours[i]!)), 0);
    return worst <= tolerance * largest ? undefined : `they differ by ${worst}, and the largest is ${largest}`;
  };

/** Number by number, each to a share of itself, but those below `floor` to that. */
export const eachToWithin =
  (tolerance: number, floor: number): Difference =>
  (ours, theirs) => {
    const at = theirs.findIndex(
      (value, i) => !(Math.abs(value - ours[i]!) <= tolerance * Math.max(Math.abs(value), floor)),
    );
    return at < 0 && ours.length === theirs.length ? undefined : `number ${at}: ${ours[at]} and ${theirs[at]}`;
  };
