import { PhysicsError } from "../errors.js";
import { sweep } from "../expressions/compile.js";
import { parse } from "../expressions/parse.js";

/** A part of space: a condition such as "x > 0.9", a function of the coordinates that says whether a point lies in it, or on a line a place beside
 *  another, which stands for all that lies behind it. */
export type Region = string | number | ((...point: number[]) => boolean);

/** Whether a point lies in a region. */
export type Membership = (point: Float64Array) => boolean;

const none = new Float64Array(0);

const noPlace = (place: number): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `The place ${place} is given in more than one dimension`,
    expected: "a region: diffusion never hits a given point of a plane",
    remedy: 'Write a condition such as "(x + 0.6)^2 + (y - 1.4)^2 < 0.01"',
  });
};

const oneSided = (place: number, name: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `The place ${place} does not say from which side it is reached`,
    expected: "a condition",
    remedy: `Write "${name} > ${place}" or "${name} < ${place}"`,
  });
};

/** A region as a test. On a line a place is the region beyond it, seen from another place.
 *  @throws PhysicsError "expression", "undefined-quantity" */
export const membership = (region: Region, names: readonly string[], other?: Region): Membership => {
  if (typeof region === "function") return (point) => Boolean(region(...point));
  if (typeof region === "number") {
    if (names.length > 1) noPlace(region);
    if (typeof other !== "number") oneSided(region, names[0]);
    return (other as number) > region ? ([x]) => x <= region : ([x]) => x >= region;
  }
  const test = sweep([parse(region)], { coordinates: names, parameters: {} });
  const out = new Float64Array(1);
  return (point) => test(point, none, out)[0] !== 0;
};
