import { expand } from "../monomials/monomial.js";
import { isOdd } from "./odd.js";
import type { Programme, SlowVariable } from "./programme.js";
import { velocity } from "./velocity.js";

/**
 * Whether Ẋᵗʰ = 0 because Ẋ changes sign with the momenta, while ρ̂ and every slow variable do not.
 * A variable that is odd itself fixes some momenta, and then nothing follows.
 */
export const vanishesByParity = ({ formula }: SlowVariable, { slow, odd, motion }: Programme): boolean =>
  slow.every(({ even }) => even) && expand(velocity(formula, motion)).every((each) => isOdd(each, odd) === true);
