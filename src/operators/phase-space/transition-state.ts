import { finite } from "../../checks.js";
import type { System } from "../../dynamics/splitting/splitting.js";
import { canonical } from "../../ensembles/canonical.js";
import { PhysicsError } from "../../errors.js";
import { onALine } from "../../potentials/on-a-line.js";
import { onlyMass } from "./phase-system.js";

/** The rate of transition-state theory, k = √(kT/2πm) ρ(b)/∫ρ over the well: how often thermal particles cross the place b out of the well on one side,
 *  if none comes back. In one over the unit of time. @throws PhysicsError as `canonical`, and "parameter" where there is no well on that side [eyring-1935] */
export const transitionStateRate = (
  system: System,
  kT: number,
  { at, side = "left" }: { readonly at: number; readonly side?: "left" | "right" },
): number => {
  const mass = onlyMass(system);
  finite("at", at);
  const { density, probability, support } = canonical(onALine(system.potential, "a rate over a barrier"), kT);
  const well = side === "left" ? probability(support[0], at) : probability(at, support[1]);
  if (well > 0) return (Math.sqrt(kT / (2 * Math.PI * mass)) * density(at)) / well;
  throw new PhysicsError("parameter", {
    what: `There is no well to the ${side} of ${at}`,
    expected: `a place from ${Number(support[0].toPrecision(4))} to ${Number(support[1].toPrecision(4))}`,
    remedy: "Name the top of the barrier: { at: 0 }",
  });
};
