import { finite, notNegative, positive } from "../checks.js";
import { counted } from "../counted.js";
import { type Displayable, display } from "../display.js";
import { PhysicsError } from "../errors.js";
import type { Stream } from "../random/stream.js";
import { cited } from "../references.js";

/** J light oscillators, and how far a heavy particle displaces each. */
export interface HarmonicBathOptions {
  /** λⱼ, radians over time, above 0. */
  readonly frequencies: ArrayLike<number>;
  /** cⱼₐ of the displacements Ψⱼ(X) = Σₐ cⱼₐ sₐ(X): a number for each oscillator, or a row where several s are felt. */
  readonly couplings: ArrayLike<number> | readonly ArrayLike<number>[];
  /** m of the bath's energy, a mass times a frequency. */
  readonly light: number;
}

/** Zwanzig's bath, H = Σⱼ ½ m λⱼ (xⱼ − Ψⱼ(X))² + λⱼ qⱼ²/(2m): oscillators of the frequencies λⱼ about places that the heavy particle moves. */
export interface HarmonicBath extends Displayable {
  /** J. */
  readonly modes: number;
  /** A, how many functions s(X) of the heavy particle it feels. */
  readonly feels: number;
  readonly frequencies: Float64Array;
  /** cⱼₐ at [j A + a]. */
  readonly couplings: Float64Array;
  readonly light: number;
  /** kₐᵦ(t) = Σⱼ m λⱼ cⱼₐ cⱼᵦ cos(λⱼt), A × A row by row: the force at a time t after a unit displacement, with the sign of friction. */
  kernel(t: number): Float64Array;
  /** ∫₀ᵗ k = Σⱼ m cⱼₐ cⱼᵦ sin(λⱼt), force over velocity. */
  drag(t: number): Float64Array;
  /** ψⱼ = xⱼ − Ψⱼ + i qⱼ/m drawn from exp(−H/kT): real and imaginary parts are independent normals of variance kT/(m λⱼ), into `re` and `im` from `at` on. */
  sample(kT: number, rng: Stream, re: Float64Array, im: Float64Array, at?: number): void;
  /** Σⱼ ½ m λⱼ |ψⱼ|², an energy. */
  energy(re: Float64Array, im: Float64Array): number;
}

/** cⱼₐ in one array, and A. @throws PhysicsError "dimension", "parameter" */
const couplingsOf = (given: HarmonicBathOptions["couplings"], modes: number): readonly [Float64Array, number] => {
  const rows = Array.from(given as ArrayLike<number | ArrayLike<number>>, (row) =>
    typeof row === "number" ? [row] : Array.from(row),
  );
  const feels = rows[0]?.length ?? 0;
  if (rows.length !== modes || feels === 0 || rows.some((row) => row.length !== feels))
    throw new PhysicsError("dimension", {
      what: `There are ${counted(modes, "frequency").replace(/ys$/, "ies")} and ${counted(rows.length, "coupling")}`,
      expected: "a coupling for each frequency, or a row of them, all of one length",
      remedy: "Write couplings: [0.1, 0.2] for frequencies: [1.3, 2.6]",
    });
  return [Float64Array.from(rows.flat(), (c, k) => finite(`couplings[${Math.floor(k / feels)}]`, c)), feels];
};

/** Zwanzig's bath from its frequencies and couplings. The heavy particle then moves by the generalised Langevin equation with the memory `kernel` and a
 *  normal noise of covariance kT k(t − s). @throws PhysicsError "dimension", "parameter" [zwanzig-1973, ford-kac-mazur-1965] */
export const harmonicBath = (options: HarmonicBathOptions): HarmonicBath => {
  cited("zwanzig-1973", "ford-kac-mazur-1965");
  const light = positive("light", options.light);
  const frequencies = Float64Array.from(options.frequencies, (lambda, j) => positive(`frequencies[${j}]`, lambda));
  const modes = frequencies.length;
  const [couplings, feels] = couplingsOf(options.couplings, modes);
  /** Σⱼ m w(λⱼ) cⱼₐ cⱼᵦ. */
  const weighted = (weight: (lambda: number) => number): Float64Array => {
    const out = new Float64Array(feels * feels);
    for (let j = 0; j < modes; j++) {
      const w = light * weight(frequencies[j]);
      for (let a = 0; a < feels; a++)
        for (let b = 0; b < feels; b++) out[a * feels + b] += w * couplings[j * feels + a] * couplings[j * feels + b];
    }
    return out;
  };
  return {
    modes,
    feels,
    frequencies,
    couplings,
    light,
    kernel: (t) => weighted((lambda) => lambda * Math.cos(lambda * finite("t", t))),
    drag: (t) => weighted((lambda) => Math.sin(lambda * finite("t", t))),
    sample: (kT, rng, re, im, at = 0) => {
      notNegative("kT", kT);
      for (let j = 0; j < modes; j++) {
        const width = Math.sqrt(kT / (light * frequencies[j]));
        re[at + j] = width * rng.normal();
        im[at + j] = width * rng.normal();
      }
    },
    energy: (re, im) =>
      frequencies.reduce((sum, lambda, j) => sum + 0.5 * light * lambda * (re[j] ** 2 + im[j] ** 2), 0),
    [display]: () => ({
      "text/latex":
        "$$H = \\sum_j \\tfrac12 m \\lambda_j \\left(x_j - \\Psi_j(X)\\right)^2 + \\frac{\\lambda_j q_j^2}{2m}, \\qquad k(t) = \\sum_j m \\lambda_j c_j c_j^T \\cos\\lambda_j t$$",
      "text/plain": `harmonic bath of ${counted(modes, "oscillator")}, λ from ${frequencies.reduce((a, b) => Math.min(a, b)).toPrecision(4)} to ${frequencies.reduce((a, b) => Math.max(a, b)).toPrecision(4)}`,
    }),
  };
};
