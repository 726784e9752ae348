import type { Stream } from "../../../random/index.js";
import { assemble } from "../../instances/assemble.js";
import type { System } from "../../instances/system.js";
import { labelOf } from "../../notation/names.js";
import type { Programme } from "../programme.js";
import { atomsSystem } from "./atoms.js";
import { meaningsOf } from "./names.js";
import { ownSystem } from "./own.js";

/** Concrete systems that a derivation is about, by their number. @throws PhysicsError "undefined-quantity" where none is linear */
export const systemsOf =
  (programme: Programme) =>
  (rng: Stream, k: number, isOnLine: boolean): System => {
    const d = !isOnLine && k % 3 === 2 && programme.slow.length <= 2 ? 2 : 1;
    const variables = programme.slow.map(({ symbol, formula }) => ({
      label: labelOf(symbol),
      rank: symbol.rank,
      formula,
    }));
    const isOwn = (programme.scaling.motion ?? []).length > 0;
    return assemble(
      isOwn ? ownSystem(rng, programme) : atomsSystem(rng, programme, k, d),
      variables,
      meaningsOf(programme),
    );
  };
