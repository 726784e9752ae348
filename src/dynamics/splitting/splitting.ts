/** Phase-space dynamics by splitting its generator: steps are spelled as words over A (drift), B (kick) and O (bath). */

import { positive } from "../../checks.js";
import { type Displayable, display, type MimeBundle } from "../../display.js";
import type { Potential } from "../../potentials/potential.js";
import type { Stream } from "../../random/stream.js";
import { hasRecipe } from "../ensemble/recipe.js";
import type { Flow, Integrator, PhaseState } from "../integrator.js";
import { motionShown, newton, withBath } from "../motion-shown.js";
import { stiffness } from "../stiffness.js";
import { type Bath, bathe, drift, feel, kick } from "./letters.js";
import { type Mass, type Masses, massOf, velocities } from "./mass.js";
import { longestStep } from "./oscillation.js";
import { share, spell } from "./spell.js";

/** What moves: a potential, and the mass of each coordinate or the rows of a mass matrix. */
export interface System {
  readonly potential: Potential;
  readonly mass: Masses;
}

/** One letter of a step: A, B, O, or F for a fresh force; the time it takes; and what it does. */
export interface Move {
  readonly letter: string;
  readonly h: number;
  readonly flow: Flow;
}

/** An integrator that is spelled as a word, with its letters in turn. */
export interface Splitting extends Integrator<PhaseState>, Displayable {
  readonly word: string;
  readonly moves: readonly Move[];
  readonly mass: Mass;
  longest(q: Float64Array): number;
}

/** The letters of a word that is repeated with the parts `stages` of dt, with F put in. @throws PhysicsError "parameter" */
const spelled = (word: string, dt: number, stages: readonly number[]): { letter: string; h: number }[] => {
  const times = stages.flatMap((part) => [...word].map((letter) => share(word, letter, part * dt)));
  let next = 0;
  return [...spell(word.repeat(stages.length))].map((letter) => ({ letter, h: letter === "F" ? 0 : times[next++] }));
};

/** p ~ N(0, M kT) at given positions. */
const thermal =
  (potential: Potential, mass: Mass, kT: number) =>
  (q: Float64Array, rng: Stream): PhaseState => {
    const state = { q, p: new Float64Array(q.length), force: potential.force(q, new Float64Array(q.length)) };
    if (mass instanceof Float64Array && kT > 0)
      for (let i = 0; i < q.length; i++) state.p[i] = Math.sqrt(mass[i % mass.length] * kT) * rng.normal();
    else if (kT > 0) bathe(1, mass, { kT, gamma: Number.POSITIVE_INFINITY })(state, rng);
    return state;
  };

/** How a splitting is spelled: a word, repeated with parts of dt that add up to 1. */
export interface Spelling {
  readonly name: string;
  readonly word: string;
  readonly stages?: readonly number[];
}

const shown = (name: string, { kT, gamma }: Bath, dt: number): MimeBundle =>
  motionShown(name, gamma > 0 ? withBath : newton, { dt, kT: kT || undefined, gamma: gamma || undefined });

/** An integrator from its word. @throws PhysicsError "parameter", "dimension" */
export const splitting = (
  system: System,
  bath: Bath,
  dt: number,
  { name, word, stages = [1] }: Spelling,
): Splitting => {
  const { potential } = system;
  const mass = massOf(system.mass, potential.dim);
  positive("dt", dt);
  const letters: Record<string, (h: number) => Flow> = {
    A: (h) => drift(h, mass),
    B: kick,
    O: (h) => bathe(h, mass, bath),
    F: () => feel(potential),
  };
  const moves = spelled(word, dt, stages).map(({ letter, h }) => ({ letter, h, flow: letters[letter](h) }));
  const flows = moves.map(({ flow }) => flow);
  const integrator: Splitting = {
    name,
    dt,
    kT: bath.kT,
    potential,
    word,
    moves,
    mass,
    draws: moves.filter(({ letter }) => letter === "O").length,
    longest: (q) =>
      longestStep(
        moves,
        dt,
        bath.gamma,
        stiffness(potential, q, (p, v) => velocities(mass, p, v)),
      ),
    init: thermal(potential, mass, bath.kT),
    step: (state, rng) => {
      for (const flow of flows) flow(state, rng);
      return state;
    },
    [display]: () => shown(name, bath, dt),
  };
  return hasRecipe(integrator, { kind: "splitting", moves: moves.map(({ letter, h }) => ({ letter, h })), mass, bath });
};
