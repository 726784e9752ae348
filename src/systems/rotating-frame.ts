import type { MathNode } from "mathjs";
import { finite, positive, whole } from "../checks.js";
import { display } from "../display.js";
import { PhysicsError } from "../errors.js";
import { sweep } from "../expressions/compile.js";
import { differentiate } from "../expressions/differentiate.js";
import { freeNames, parse } from "../expressions/parse.js";
import { tex } from "../expressions/tex.js";
import { type Angle, angleOf, integratedAngle } from "../potentials/fields/angle.js";
import { emptyFrame } from "../potentials/fields/frame.js";
import type { Frame, MatrixField } from "../potentials/fields/matrix-field.js";
import { showField } from "../potentials/fields/show-field.js";
import { checkUsed } from "../potentials/used.js";

export interface RotatingFrameOptions {
  /** Number d of electron states. */
  readonly states: number;
  /** Distance of neighbouring levels, λ_j − λ_0 = j gap; or `levels`. */
  readonly gap?: number;
  /** λ_j − λ_0 for j = 1 … d − 1, rising: numbers, or formulas of the coordinates. */
  readonly levels?: readonly (number | string)[];
  /** λ_0, "0.5*X^2" unless told. */
  readonly ground?: string;
  /** s′(X), along a single coordinate: ⟨Ψ_j, ∂Ψ_0/∂X⟩ = w_j s′(X), and s(0) = 0; or `angle`. */
  readonly coupling?: string;
  /** s itself, a formula of one or several coordinates. */
  readonly angle?: string;
  /** w_j for j = 1 … d − 1; all equal with Σ w_j² = 1 unless told. */
  readonly weights?: readonly number[];
  readonly parameters?: Readonly<Record<string, number>>;
}

/** A field whose eigenpairs are known everywhere. */
export interface RotatingFrame extends MatrixField {
  /** w_j for j = 1 … d − 1. */
  readonly weights: Float64Array;
  /** λ_0 and λ_j − λ_0, and s or its slope, as trees. */
  readonly formulas: {
    readonly levels: readonly MathNode[];
    readonly turn: MathNode;
    readonly isSlope: boolean;
    readonly parameters: Readonly<Record<string, number>>;
  };
  frame(q: Float64Array, frame: Frame): void;
}

const wrongCount = (name: string, found: number, wanted: number): never => {
  throw new PhysicsError("dimension", {
    what: `${name} has ${found} numbers`,
    expected: `${wanted}, one for each state above the lowest`,
    remedy: `Leave ${name} out, or list all`,
  });
};

const oneOfTwo = (a: string, b: string, both: boolean): never => {
  throw new PhysicsError("parameter", {
    what: `${both ? "Both" : "Neither"} ${a} ${both ? "and" : "nor"} ${b} ${both ? "are" : "is"} given`,
    expected: "one of the two",
    remedy: a === "gap" ? "Write gap: 0.6" : 'Write coupling: "exp(-X^2)"',
  });
};

const levelsOf = ({ states, gap, levels }: RotatingFrameOptions): readonly MathNode[] => {
  if ((gap === undefined) === (levels === undefined)) oneOfTwo("gap", "levels", gap !== undefined);
  if (gap !== undefined) positive("gap", gap);
  if (levels && levels.length !== states - 1) wrongCount("levels", levels.length, states - 1);
  const given = levels ?? Array.from({ length: states - 1 }, (_, j) => (j + 1) * (gap as number));
  return given.map((level) => parse(String(level)));
};

const weightsOf = ({ states, weights }: RotatingFrameOptions): Float64Array => {
  if (!weights) return new Float64Array(states - 1).fill(1 / Math.sqrt(states - 1));
  if (weights.length !== states - 1) wrongCount("weights", weights.length, states - 1);
  return Float64Array.from(weights, (w, j) => finite(`weights[${j}]`, w));
};

const notRising = (j: number, at: string): never => {
  throw new PhysicsError("undefined-quantity", {
    what: `Level ${j} does not lie above level ${j - 1} at ${at}`,
    expected: "levels that rise, with gaps between them",
    remedy: "List levels in rising order, such as levels: [0.5, 1.1]",
  });
};

/** Ψ_j = U e_j for U = e^{As}, a turn by θ = |w| s of the plane of e_0 and ŵ = w/|w|: Ψ_0 = cos θ e_0 + sin θ ŵ, and
 *  Ψ_j = e_j + ŵ_j((cos θ − 1) ŵ − sin θ e_0). */
const turned = (weights: Float64Array, s: number, vectors: Float64Array): void => {
  const d = weights.length + 1;
  const size = Math.hypot(...weights);
  const [cos, sin] = [Math.cos(size * s), Math.sin(size * s)];
  const unit = (j: number) => (size > 0 ? weights[j - 1] / size : 0);
  vectors[0] = cos;
  for (let a = 1; a < d; a++) vectors[a] = sin * unit(a);
  for (let j = 1; j < d; j++) {
    vectors[j * d] = -sin * unit(j);
    for (let a = 1; a < d; a++) vectors[j * d + a] = (cos - 1) * unit(j) * unit(a) + Number(a === j);
  }
};

/** Σ_ij M_ij Ψ_i Ψ_jᵀ. */
const assembled = (m: (i: number, j: number) => number, vectors: Float64Array, d: number, out: Float64Array): void => {
  const half = new Float64Array(d * d);
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) {
      const value = m(i, j);
      if (value !== 0) for (let b = 0; b < d; b++) half[i * d + b] += value * vectors[j * d + b];
    }
  out.fill(0);
  for (let i = 0; i < d; i++)
    for (let a = 0; a < d; a++) {
      const factor = vectors[i * d + a];
      for (let b = 0; b < d; b++) out[a * d + b] += factor * half[i * d + b];
    }
};

interface Names {
  readonly coordinates: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
}

/** λ_0 and the λ_j − λ_0 at a point. @throws from calls PhysicsError "undefined-quantity" where they do not rise */
const gapsOf = (trees: readonly MathNode[], names: Names): ((q: Float64Array, out: Float64Array) => void) => {
  const [values, none] = [sweep(trees, names), new Float64Array(0)];
  return (q, out) => {
    values(q, none, out);
    for (let j = 1; j < trees.length; j++)
      if (!(out[j] > (j > 1 ? out[j - 1] : 0)))
        notRising(j, names.coordinates.map((name, k) => `${name} = ${q[k]}`).join(", "));
  };
};

/** From gaps to levels, in place. */
const raised = (values: Float64Array): void => {
  for (let j = 1; j < values.length; j++) values[j] += values[0];
};

/** Fills frames: λ and their slopes by formulas, ⟨Ψ_j, ∂V Ψ_0⟩ = −w_j (λ_j − λ_0) ∂s. */
const framesOf = (
  trees: readonly MathNode[],
  angle: Angle,
  weights: Float64Array,
  names: Names,
): RotatingFrame["frame"] => {
  const { coordinates } = names;
  const [d, dim] = [trees.length, coordinates.length];
  const gaps = gapsOf(trees, names);
  const rates = sweep(
    coordinates.flatMap((name) => trees.map((tree) => differentiate(tree, name))),
    names,
  );
  const [none, levelRates, turn] = [new Float64Array(0), new Float64Array(dim * d), new Float64Array(dim)];
  return (q, frame) => {
    gaps(q, frame.values);
    rates(q, none, levelRates);
    angle.gradient(q, turn);
    turned(weights, angle.value(q), frame.vectors.re);
    const { re } = frame.slopes;
    re.fill(0);
    for (let k = 0; k < dim; k++)
      for (let j = 0; j < d; j++) {
        const at = k * d * d;
        re[at + j * (d + 1)] = levelRates[k * d] + (j > 0 ? levelRates[k * d + j] : 0);
        if (j > 0) re[at + j] = re[at + j * d] = -weights[j - 1] * frame.values[j] * turn[k];
      }
    raised(frame.values);
  };
};

/** V(X) = U diag(λ_0, λ_0 + λ̃_1, …) Uᵀ in a frame that turns, U = e^{A s(X)} with A_j0 = −A_0j = w_j and zeros elsewhere, so that
 *  ⟨Ψ_j, ∂Ψ_0/∂X⟩ = w_j s′(X) exactly, and no other two states are coupled. Any number of states; energies, lengths and ħ in units of one's own.
 *  @throws PhysicsError "parameter", "dimension", "expression"; from its functions "undefined-quantity" where levels do not rise */
export const rotatingFrame = (options: RotatingFrameOptions): RotatingFrame => {
  const { states, ground = "0.5*X^2", coupling, angle: written, parameters = {} } = options;
  whole("states", states, 2);
  if ((coupling === undefined) === (written === undefined)) oneOfTwo("coupling", "angle", coupling !== undefined);
  const [trees, weights] = [[parse(ground), ...levelsOf(options)], weightsOf(options)];
  const turn = parse(coupling ?? (written as string));
  const free = [...new Set([...trees, turn].flatMap(freeNames))].sort();
  checkUsed("the rotating frame", free, parameters);
  const variables = free.filter((name) => !Object.hasOwn(parameters, name));
  const angle = (coupling === undefined ? angleOf : integratedAngle)(turn, { variables, parameters });
  const names = { coordinates: variables, parameters };
  const [frame, gaps] = [framesOf(trees, angle, weights, names), gapsOf(trees, names)];
  const [dim, size] = [variables.length, states * states];
  const field: RotatingFrame = {
    ...{ dim, states, real: true, variables, weights, frame },
    formulas: { levels: trees, turn, isSlope: coupling !== undefined, parameters },
    interval: [-3, 3],
    levels: (q, out) => {
      gaps(q, out);
      raised(out);
    },
    value: (q, out) => {
      for (let from = 0, r = 0; from < q.length; from += dim, r += size) {
        frame(q.subarray(from, from + dim), here);
        assembled((i, j) => (i === j ? here.values[i] : 0), here.vectors.re, states, out.re.subarray(r, r + size));
      }
      return out;
    },
    gradient: (q, out) => {
      for (let from = 0; from < q.length; from += dim) {
        frame(q.subarray(from, from + dim), here);
        for (let k = 0; k < dim; k++) {
          const r = (from + k) * size;
          const slope = (i: number, j: number) => here.slopes.re[k * size + i * states + j];
          assembled(slope, here.vectors.re, states, out.re.subarray(r, r + size));
        }
      }
      return out;
    },
    [display]: () => showField(field, shownTex(variables, trees, turn, coupling !== undefined), `${states} states`),
  };
  const here = emptyFrame(field);
  return field;
};

/** The definition in LaTeX. */
const shownTex = (variables: readonly string[], trees: readonly MathNode[], turn: MathNode, isSlope: boolean): string =>
  `U\\,\\mathrm{diag}(\\lambda_0, \\lambda_0 + \\tilde\\lambda_1, \\dots)\\,U^T, \\quad U = e^{As}, \\quad \\lambda_0 = ${tex(trees[0], variables)}, \\quad ${isSlope ? "s'" : "s"} = ${tex(turn, variables)}`;
