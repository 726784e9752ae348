import { type Displayable, display } from "../../display.js";
import { cited } from "../../references.js";
import type { Integrator } from "../integrator.js";
import { motionShown } from "../motion-shown.js";
import { kineticEnergies, potentialEnergies } from "../splitting/energies.js";
import { drift, feel, kick } from "../splitting/letters.js";
import { type Bathed, type BathedSystem, bathed } from "./bathed-system.js";
import { move } from "./displacement.js";
import { rotation } from "./rotation.js";
import { type BathedState, thermalStart } from "./thermal-start.js";

/** A heavy particle and all the oscillators of its bath; ψⱼ = xⱼ − Ψⱼ + i qⱼ/m with Ψⱼ at the place where the heavy particle was kicked last. */
export interface ZwanzigState extends BathedState {
  /** The total energy H of each copy, worked out when it is asked for. */
  readonly account: Float64Array;
}

const equation = {
  tex: "H = \\tfrac12 p^T M^{-1} p + V(X) + \\sum_j \\tfrac{m}{2} \\lambda_j (x_j - \\Psi_j(X))^2 + \\frac{\\lambda_j q_j^2}{2m}",
  text: "H = ½ pᵀM⁻¹p + V(X) + Σ ½ m λⱼ (xⱼ − Ψⱼ(X))² + λⱼ qⱼ²/(2m)",
};

/** H of every copy, the oscillators about the place where the heavy particle now is. */
const energyOf = ({ potential, bath, mass, displacement }: Bathed) => {
  const [kinetic, external] = [kineticEnergies(mass), potentialEnergies(potential)];
  const { modes, feels, couplings } = bath;
  return ({ q, p, re, im, felt }: BathedState, out: Float64Array): Float64Array => {
    const heavy = external(q, new Float64Array(out.length));
    const here = displacement.values(q, new Float64Array(felt.length));
    const about = new Float64Array(modes);
    kinetic(p, out);
    for (let copy = 0; copy < out.length; copy++) {
      for (let j = 0; j < modes; j++) {
        about[j] = re[copy * modes + j];
        for (let a = 0, k = copy * feels; a < feels; a++, k++)
          about[j] -= couplings[j * feels + a] * (here[k] - felt[k]);
      }
      out[copy] += heavy[copy] + bath.energy(about, im.subarray(copy * modes, (copy + 1) * modes));
    }
    return out;
  };
};

/** Zwanzig's model in full: Hamilton's equations of H = ½ pᵀM⁻¹p + V(X) + Σⱼ ½ m λⱼ (xⱼ − Ψⱼ(X))² + λⱼ qⱼ²/(2m), Ψⱼ(X) = Σₐ cⱼₐ sₐ(X). A step is a free flight
 *  of the heavy particle for dt/2, the exact motion of everything else while it stands still for dt, and free flight again: symplectic, reversible and of
 *  second order. Starts are drawn from e^{−H/kT}: the bath about the heavy particle where it is. Observables may name "energy", the value of H.
 *  With the same seed and start `generalizedLangevin` follows the same path to round-off.
 *  @throws PhysicsError "parameter", "dimension", "unstable" where the fastest oscillator makes half a turn in dt [zwanzig-1973, ford-kac-mazur-1965] */
export const zwanzig = (
  system: BathedSystem,
  { kT }: { readonly kT: number },
  dt: number,
): Integrator<ZwanzigState> & Displayable => {
  cited("zwanzig-1973", "ford-kac-mazur-1965");
  const parts = bathed(system, kT, dt);
  const { potential, bath, mass, displacement } = parts;
  const [fly, push, feelForce, rotate] = [drift(dt / 2, mass), kick(dt), feel(potential), rotation(bath, dt)];
  const energy = energyOf(parts);
  return {
    name: "Zwanzig's model",
    dt,
    kT,
    potential,
    draws: 0,
    account: ["energy"],
    init: (q, rng) => {
      const state = thermalStart(parts, kT, q, rng);
      const account = new Float64Array(q.length / potential.dim);
      return Object.defineProperty(state, "account", { get: () => energy(state, account) }) as ZwanzigState;
    },
    step: (state, rng) => {
      const { q, p, felt, jumps, impulses } = state;
      fly(state, rng);
      feelForce(state, rng);
      push(state, rng);
      move(displacement, q, felt, jumps);
      rotate(state, jumps, impulses);
      displacement.pull(q, impulses, p);
      fly(state, rng);
      return state;
    },
    [display]: () => motionShown("Zwanzig's model", equation, { dt, kT: kT || undefined, J: bath.modes }),
  };
};
