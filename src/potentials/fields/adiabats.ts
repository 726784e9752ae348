import { whole } from "../../checks.js";
import { type Displayable, display } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import type { Complexes } from "../../linalg/dense/complexes.js";
import { drawAdiabats, pairsOf } from "./draw-adiabats.js";
import { emptyFrame, framing } from "./frame.js";
import type { Frame, MatrixField } from "./matrix-field.js";
import { type Station, transport } from "./transport.js";

/** Where two neighbouring levels come nearest to each other. */
export interface Gap {
  readonly levels: readonly [number, number];
  readonly gap: number;
  /** The place, and how far along the path it lies. */
  readonly q: Float64Array;
  readonly s: number;
}

/** The adiabatic picture of a field along a path. */
export interface Adiabats extends Displayable {
  readonly field: MatrixField;
  /** Whether the path is the first coordinate's axis, or another one. */
  readonly along: "axis" | "path";
  /** Levels and couplings as a small SVG. */
  readonly drawing: string;
  /** Length along the path; along the first coordinate's axis that coordinate. */
  readonly s: Float64Array;
  /** The points, one after the other. */
  readonly q: Float64Array;
  /** At each point the eigenpairs, with phases that are carried along: ⟨Ψ_j, dΨ_j/ds⟩ = 0. */
  readonly frames: readonly Frame[];
  /** The smallest gap between each two neighbouring levels. */
  readonly gaps: readonly Gap[];
  /** λ_j at each point. @throws PhysicsError "parameter" */
  level(j: number): Float64Array;
  /** ⟨Ψ_j, dΨ_k/ds⟩ = ⟨Ψ_j, (dV/ds) Ψ_k⟩/(λ_k − λ_j) at each point, by Hellmann and Feynman; one over a length.
   *  @throws PhysicsError "parameter" for levels that are not there, or the same */
  coupling(j: number, k: number): Complexes;
}

/** A path: its corners, and the place at a distance along it. */
interface Polyline {
  readonly length: number;
  readonly at: (s: number) => Float64Array;
  readonly tangent: (s: number) => Float64Array;
}

const wrongPath = (what: string, dim: number): never => {
  throw new PhysicsError("dimension", {
    what,
    expected: `two or more different points of ${dim} finite numbers`,
    remedy: `Write along: [[${new Array(dim).fill(-1).join(", ")}], [${new Array(dim).fill(1).join(", ")}]]`,
  });
};

const polyline = (corners: readonly ArrayLike<number>[], dim: number): Polyline => {
  for (const [i, corner] of corners.entries())
    if (corner.length !== dim || !Array.from(corner).every(Number.isFinite))
      wrongPath(`Point ${i} of the path is (${Array.from(corner).join(", ")})`, dim);
  const pieces = corners.slice(1).map((end, i) => {
    const begin = Float64Array.from(corners[i]);
    const way = begin.map((x, k) => end[k] - x);
    return { begin, way, length: Math.hypot(...way) };
  });
  const starts = pieces.map((_, i) => pieces.slice(0, i).reduce((sum, { length }) => sum + length, 0));
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (!(length > 0)) wrongPath(`The path has ${corners.length} points and the length ${length}`, dim);
  const find = (s: number) =>
    Math.max(
      0,
      starts.findLastIndex((start, i) => start <= s && pieces[i].length > 0),
    );
  return {
    length,
    at: (s) => {
      const { begin, way, length: own } = pieces[find(s)];
      return begin.map((x, k) => x + (way[k] * (s - starts[find(s)])) / own);
    },
    tangent: (s) => {
      const { way, length: own } = pieces[find(s)];
      return way.map((x) => x / own);
    },
  };
};

/** The smallest gap above level j near the sampled one, by golden sections. */
const nearest = (
  gapAt: (s: number, j: number) => number,
  s: Float64Array,
  frames: readonly Frame[],
  j: number,
): { readonly s: number; readonly gap: number } => {
  const sampled = frames.map(({ values }) => values[j + 1] - values[j]);
  const best = sampled.reduce((least, gap, i) => (gap < sampled[least] ? i : least), 0);
  let [low, high] = [s[Math.max(best - 1, 0)], s[Math.min(best + 1, s.length - 1)]];
  const golden = 0.5 * (Math.sqrt(5) - 1);
  while (high - low > 1e-9 * (Math.abs(low) + Math.abs(high) + 1e-3)) {
    const [a, b] = [high - golden * (high - low), low + golden * (high - low)];
    if (gapAt(a, j) < gapAt(b, j)) high = b;
    else low = a;
  }
  const middle = 0.5 * (low + high);
  const found = gapAt(middle, j);
  return found < sampled[best] ? { s: middle, gap: found } : { s: s[best], gap: sampled[best] };
};

const sameLevels = (j: number, k: number, states: number): never => {
  throw new PhysicsError("parameter", {
    what: `The coupling of the levels ${j} and ${k} is asked for`,
    expected: `two different levels from 0 to ${states - 1}`,
    remedy: "Write coupling(0, 1)",
  });
};

/** Energies, couplings and gaps along a path through the points `along`, seen at `points` places that lie evenly; by default along the first coordinate over
 *  the field's interval, with the others at 0. @throws PhysicsError "dimension", "parameter"; "undefined-quantity" that names the place where levels meet */
export const adiabats = (
  field: MatrixField,
  { along, points = 201 }: { readonly along?: readonly ArrayLike<number>[]; readonly points?: number } = {},
): Adiabats => {
  const { dim, states, interval } = field;
  whole("points", points, 2);
  const onAxis = (x: number) => Float64Array.from({ length: dim }, (_, k) => (k === 0 ? x : 0));
  const path = polyline(along ?? interval.map(onAxis), dim);
  const distances = Float64Array.from({ length: points }, (_, i) => (path.length * i) / (points - 1));
  const carry = transport(field);
  const stations: Station[] = [];
  for (const s of distances) stations.push(carry(stations.at(-1), path.at(s)));
  const frames = stations.map(({ frame }) => frame);
  const offset = along ? 0 : interval[0];
  const scratch = emptyFrame(field);
  const look = framing(field);
  const gapAt = (s: number, j: number) => {
    look(path.at(s), scratch);
    return scratch.values[j + 1] - scratch.values[j];
  };
  const known = (j: number) => Number.isInteger(j) && j >= 0 && j < states;
  const coupling: Adiabats["coupling"] = (j, k) => {
    if (!known(j) || !known(k) || j === k) sameLevels(j, k, states);
    const part = (all: "re" | "im") =>
      Float64Array.from(field.real && all === "im" ? [] : frames, ({ values, slopes }, i) => {
        const t = path.tangent(distances[i]);
        const along = t.reduce((sum, way, n) => sum + way * slopes[all][n * states * states + j * states + k], 0);
        return along / (values[k] - values[j]);
      });
    return { re: part("re"), im: part("im") };
  };
  const made: Adiabats = {
    field,
    s: distances.map((s) => s + offset),
    q: Float64Array.from(stations.flatMap(({ q }) => Array.from(q))),
    frames,
    along: along ? "path" : "axis",
    get drawing() {
      const levels = Array.from({ length: states }, (_, j) => made.level(j));
      const couplings = pairsOf(states).map(([j, k]) => coupling(j, k));
      return drawAdiabats(field, { s: made.s, along: made.along, levels, couplings });
    },
    gaps: Array.from({ length: states - 1 }, (_, j) => {
      const { s, gap } = nearest(gapAt, distances, frames, j);
      return { levels: [j, j + 1], gap, q: path.at(s), s: s + offset };
    }),
    level: (j) => (known(j) ? Float64Array.from(frames, ({ values }) => values[j]) : sameLevels(j, j, states)),
    coupling,
    [display]: () => {
      const [least] = made.gaps.toSorted((a, b) => a.gap - b.gap);
      const text = `${states} levels, smallest gap ${Number(least.gap.toPrecision(6))} between ${least.levels.join(" and ")} at ${field.variables.map((name, k) => `${name} = ${Number(least.q[k].toPrecision(6)) + 0}`).join(", ")}`;
      const image = Buffer.from(made.drawing).toString("base64");
      return {
        "text/markdown": `<img alt="adiabatic levels and couplings" src="data:image/svg+xml;base64,${image}">\n\n${text}`,
        "text/plain": text,
      };
    },
  };
  return made;
};
