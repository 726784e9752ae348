import { dot } from "../../linalg/krylov/krylov.js";
import type { FlightField, FlightGrid } from "./flight-field.js";
import type { PhaseSystem } from "./phase-system.js";

/** What the value at each of `count` even places, the first half a step from the origin, adds at u: the waves through these values. */
const waves = (u: number, count: number, step: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => {
    const angle = (Math.PI * (u - (i + 0.5) * step)) / (count * step);
    const tangent = Math.tan(angle);
    return Math.abs(tangent) < 1e-14 ? 1 : Math.sin(count * angle) / (count * tangent);
  });

/** A field at the cells; beyond its momenta there is nothing. */
export const atTheCells = ({ grid, x, p }: PhaseSystem, to: FlightGrid, field: FlightField): Float64Array => {
  const { n, half, dx, dp, length } = to;
  const along = Array.from(x.centres, (at) => waves(at - x.from, 2 * n, dx));
  const back = Array.from(x.centres, (at) => waves(2 * length - (at - x.from), 2 * n, dx));
  const across = Array.from(p.centres, (at) => waves(at + half * dp, 2 * half, dp));
  const out = new Float64Array(grid.size);
  for (let i = 0; i < x.cells; i++) {
    const column = Float64Array.from({ length: 2 * half }, (_, j) =>
      j < half ? dot(field[half - 1 - j], back[i]) : dot(field[j - half], along[i]),
    );
    for (let j = 0; j < p.cells; j++)
      if (Math.abs(p.centres[j]) < half * dp) out[i + x.cells * j] = dot(column, across[j]);
  }
  return out;
};
