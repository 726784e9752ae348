import { PhysicsError } from "../../errors.js";
import { text } from "../notation/text.js";
import { number, one, plus, times, zero } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { multiplied, type Series, seriesOf } from "./series.js";
import { expanded } from "./words.js";

/** ln(1 + Y) = Y − Y²/2 + Y³/3 − …, of a series that is 1 at λ = 0. @throws PhysicsError "expression" where it is not */
export const logarithmOf = (of: Term, by: Term, order: number): Series => {
  const U = seriesOf(of, by, order);
  if (expanded(U[0]!).key !== one.key)
    throw new PhysicsError("expression", {
      what: `At ${text(by)} = 0 the operator is ${text(expanded(U[0]!))}`,
      expected: "a product of exponentials that is 1 there",
      remedy: `Write ${text(by)} into every exponent`,
    });
  const Y = U.map((each, n) => (n === 0 ? zero : each));
  let power: Series = Y;
  let all: Series = Y;
  for (let m = 2; m <= order; m++) {
    power = multiplied(power, Y);
    const share = number(`${m % 2 === 0 ? -1 : 1}/${m}`);
    all = all.map((each, n) => expanded(plus(each, times(share, power[n]!))));
  }
  return all;
};
