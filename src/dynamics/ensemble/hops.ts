import { PhysicsError } from "../../errors.js";
import { estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { ratio } from "../../estimate/ratio.js";
import { column, type Groups, total } from "./tally.js";

const refuse = (name: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `"${name}" has no hops, because it is not known when one is over`,
    expected: 'a condition that splits the wells of a line, such as "x > 0", or two cores',
    remedy: `Name them: observe: { ${name}: { from: "x < -0.9", to: "x > 0.9" } }`,
  });
};

/** Hops out of one core, and the time in which they could have happened, group by group. */
interface Way {
  readonly counts: Float64Array;
  readonly times: Float64Array;
}

/** No hop in a time T says only that the rate is not far above 1/T: the estimate 0 with the error of a single hop, 1/T, goes with the error. */
const missing = (name: string, way: string, time: number): never => {
  const bound = time > 0 ? estimate(0, 1 / time, 0) : undefined;
  throw new PhysicsError(
    "too-short",
    {
      what: `"${name}" saw no hop ${way} in a waiting time of ${Number(time.toPrecision(3))}`,
      expected: "ten hops or more, of which a rate can be made",
      remedy: bound
        ? `Run longer; \`estimate\` of this error holds 0 with the error of a single hop, ${bound.error.toPrecision(2)}`
        : "Run longer, or start some trajectories in the core",
    },
    bound,
  );
};

const seen = (name: string, way: string, { counts, times }: Way): void => {
  if (total(counts) === 0) missing(name, way, total(times));
};

/** F/A + G/B of two ways, whose counts F, G and times A, B come from the same groups i. To first order in their scatter group i moves the sum by
 *  (fᵢ − (F/A) aᵢ)/A + (gᵢ − (G/B) bᵢ)/B; the error is √(Σ of the squares · n/(n − 1)). */
const sumOfRates = (forth: Way, back: Way): ShownEstimate => {
  const share = ({ counts, times }: Way) => {
    const [all, time] = [total(counts), total(times)];
    return { rate: all / time, moves: counts.map((count, i) => (count - (all / time) * times[i]) / time) };
  };
  const [one, other] = [share(forth), share(back)];
  const squares = one.moves.reduce((sum, move, i) => sum + (move + other.moves[i]) ** 2, 0);
  const n = one.moves.length;
  const hops = total(forth.counts) + total(back.counts);
  return estimate(one.rate + other.rate, Math.sqrt((squares * n) / (n - 1)), hops);
};

/** Arrivals over waiting time, a → b, b → a, and the sum of the two rates. */
const rates = (name: string, groups: Groups) => {
  const forth = { counts: column(groups, (tally) => tally.forth), times: column(groups, (tally) => tally.timeFirst) };
  const back = { counts: column(groups, (tally) => tally.back), times: column(groups, (tally) => tally.timeSecond) };
  const one = (way: string, part: Way) => {
    seen(name, way, part);
    return ratio(part.counts, part.times, total(part.counts));
  };
  return {
    rate: () => one("from the first core to the second", forth),
    back: () => one("from the second core to the first", back),
    relaxation: () => {
      seen(name, "from the first core to the second", forth);
      seen(name, "from the second core to the first", back);
      return sumOfRates(forth, back);
    },
    hops: () => total(forth.counts) + total(back.counts),
  };
};

/** The properties `rate`, `back`, `relaxation` and `hops` of a measurement. They are computed when asked for, and do not show in a listing, because
 *  they throw: @throws PhysicsError "undefined-quantity" where there are no cores, "too-short" where a rate is asked for and no hop was seen */
export const hopProperties = (name: string, groups: Groups, hasCores: boolean): PropertyDescriptorMap => {
  const found = rates(name, groups);
  return Object.fromEntries(
    Object.entries(found).map(([key, of]) => [key, { enumerable: false, get: () => (hasCores ? of() : refuse(name)) }]),
  );
};
