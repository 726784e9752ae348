import type { Stream } from "../../../random/index.js";
import { assemble } from "../../instances/assemble.js";
import type { System } from "../../instances/system.js";
import { labelOf } from "../../notation/names.js";
import type { Programme } from "../programme.js";
import { atomsSystem } from "./atoms.js";

/** Concrete systems that a derivation is about, by their number. @throws PhysicsError "undefined-quantity" where none is linear */
export const systemsOf =
  (programme: Programme) =>
  (rng: Stream, k: number, isOnLine: boolean): System => {
    const d = !isOnLine && k % 3 === 1 && programme.slow.length === 1 ? 2 : 1;
    const variables = programme.slow.map(({ symbol, formula }) => ({
      label: labelOf(symbol),
      rank: symbol.rank,
      formula,
    }));
    return assemble(atomsSystem(rng, programme, k, d), variables);
  };
