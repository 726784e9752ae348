import { PhysicsError } from "../errors.js";
import type { ShownEstimate } from "../estimate/estimate.js";
import { ratio } from "../estimate/ratio.js";
import { column, type Groups, total } from "./tally.js";

const refuse = (name: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `"${name}" has no hops, because it is not known when one is over`,
    expected: 'a condition that splits the wells of a line, such as "x > 0", or two cores',
    remedy: `Name them: observe: { ${name}: { from: "x < -0.9", to: "x > 0.9" } }`,
  });
};

/** Arrivals over waiting time, a → b, b → a, and the sum of the two rates with the error of the sum. */
const rates = (groups: Groups) => {
  const forth = column(groups, (tally) => tally.forth);
  const back = column(groups, (tally) => tally.back);
  const first = column(groups, (tally) => tally.timeFirst);
  const second = column(groups, (tally) => tally.timeSecond);
  const [a, b] = [total(first), total(second)];
  const shares = (x: Float64Array, y: Float64Array) => x.map((value, i) => value / a + y[i] / b);
  const hops = total(forth) + total(back);
  return {
    rate: () => ratio(forth, first, total(forth)),
    back: () => ratio(back, second, total(back)),
    relaxation: () => sumOfRates(shares(forth, back), shares(first, second), hops),
    hops: () => hops,
  };
};

/** Σᵢ (forthᵢ/A + backᵢ/B), where A and B are the total times: the shares of time sum to 2, so that half of them is the weight of a group. */
const sumOfRates = (counts: Float64Array, times: Float64Array, hops: number): ShownEstimate =>
  ratio(
    counts,
    times.map((share) => share / 2),
    hops,
  );

/** The properties `rate`, `back`, `relaxation` and `hops` of a measurement. They are computed when asked for, and do not show in a listing, because
 *  they throw where there are no cores: @throws PhysicsError "undefined-quantity" */
export const hopProperties = (name: string, groups: Groups, hasCores: boolean): PropertyDescriptorMap => {
  const found = rates(groups);
  return Object.fromEntries(
    Object.entries(found).map(([key, of]) => [key, { enumerable: false, get: () => (hasCores ? of() : refuse(name)) }]),
  );
};
