import { type Displayable, display } from "../../display.js";
import { cited } from "../../references.js";
import type { HarmonicBath } from "../../systems/harmonic-bath.js";
import type { Integrator } from "../integrator.js";
import { motionShown } from "../motion-shown.js";
import { drift, feel, kick } from "../splitting/letters.js";
import { type BathedSystem, bathed } from "./bathed-system.js";
import { move } from "./displacement.js";
import { type Past, past, type Weights } from "./past.js";
import { rotation } from "./rotation.js";
import { type BathedState, thermalStart } from "./thermal-start.js";

/** A heavy particle with its past; the amplitudes are those of the noise, which turn freely. */
export interface RememberingState extends BathedState {
  readonly past: Past;
}

const equation = {
  tex: "\\dot p = F - \\int_0^t s'(X_t)^T k(t - \\tau)\\, s'(X_\\tau) \\dot X_\\tau\\,d\\tau + s'(X_t)^T \\zeta_t, \\qquad \\langle\\zeta_t\\zeta_\\tau^T\\rangle = kT\\,k(t - \\tau)",
  text: "dp/dt = F − s′ᵀ ∫₀ᵗ k(t − τ) ds(X_τ) + s′ᵀ ζ, ⟨ζ(t) ζ(τ)ᵀ⟩ = kT k(t − τ)",
};

/** κₖ = ∫ₖₕ^(k+1)h k(t) dt, each worked out once. */
const weightsOf = (bath: HarmonicBath, h: number): Weights => {
  const known: Float64Array[] = [];
  let before = bath.drag(0);
  return (k) => {
    while (known.length <= k) {
      const after = bath.drag((known.length + 1) * h);
      known.push(after.map((value, i) => value - before[i]));
      before = after;
    }
    return known[k];
  };
};

/** The generalised Langevin equation, dX = M⁻¹p dt, dp = (F − s′(X)ᵀ ∫₀ᵗ k(t − τ) s′(X_τ) Ẋ_τ dτ + s′(X)ᵀ ζ_t) dt, with the exact kernel k(t) = Σⱼ m λⱼ cⱼcⱼᵀ cos λⱼt
 *  of a bath and its coloured noise ζ_t = Σⱼ m λⱼ cⱼ Re(e^{−iλⱼt} ψⱼ(0)), normal with covariance kT k(t − τ). The oscillators themselves are eliminated: a step is a free
 *  flight for dt/2, a kick by ∫ (F + s′ᵀζ) dt and by the whole past with the kernel integrated over the step, and free flight again; second order. Step n costs as
 *  much as n steps without memory. Baths of systems.spectralBath make it the equation of any kernel ∫ S(ω) cos ωt dω up to their time of recurrence.
 *  With the same seed and start `zwanzig` follows the same path to round-off. @throws PhysicsError "parameter", "dimension", "unstable" [zwanzig-1973] */
export const generalizedLangevin = (
  system: BathedSystem,
  { kT }: { readonly kT: number },
  dt: number,
): Integrator<RememberingState> & Displayable => {
  cited("zwanzig-1973");
  const parts = bathed(system, kT, dt);
  const { potential, bath, mass, displacement } = parts;
  const [fly, push, feelForce, rotate] = [drift(dt / 2, mass), kick(dt), feel(potential), rotation(bath, dt)];
  const weights = weightsOf(bath, dt);
  return {
    name: "generalised Langevin",
    dt,
    kT,
    potential,
    draws: 0,
    init: (q, rng) => ({ ...thermalStart(parts, kT, q, rng), past: past(weights, bath.feels) }),
    step: (state, rng) => {
      const { q, p, felt, jumps, impulses } = state;
      fly(state, rng);
      feelForce(state, rng);
      push(state, rng);
      move(displacement, q, felt, jumps);
      state.past.add(jumps);
      rotate(state, undefined, impulses);
      state.past.recall(impulses);
      displacement.pull(q, impulses, p);
      fly(state, rng);
      return state;
    },
    [display]: () => motionShown("generalised Langevin", equation, { dt, kT: kT || undefined, J: bath.modes }),
  };
};
