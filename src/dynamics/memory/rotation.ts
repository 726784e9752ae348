import type { HarmonicBath } from "../../systems/harmonic-bath.js";

/** The amplitudes ψⱼ = xⱼ − Ψⱼ + i qⱼ/m of a bath for many copies, copy r at [r J, (r + 1) J). */
export interface Amplitudes {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The exact motion of the oscillators for a time h while the heavy particle stands still. Where `jumps` tell how far
 *  s has moved since the last turn, ψⱼ ← ψⱼ − Σₐ cⱼₐ jumpₐ; then ψⱼ ← e^{−iλⱼh} ψⱼ; and it writes the impulse ∫ Σⱼ m λⱼ cⱼ (xⱼ − Ψⱼ) dt = Σⱼ cⱼ (qⱼ(0) − qⱼ(h))
 *  that the heavy particle gets through each s. */
export type Rotation = (amplitudes: Amplitudes, jumps: Float64Array | undefined, impulses: Float64Array) => void;

/** The rotation of a bath by steps of h. */
export const rotation = ({ frequencies, couplings, light, modes, feels }: HarmonicBath, h: number): Rotation => {
  const cos = frequencies.map((lambda) => Math.cos(lambda * h));
  const sin = frequencies.map((lambda) => Math.sin(lambda * h));
  return ({ re, im }, jumps, impulses) => {
    impulses.fill(0);
    for (let copy = 0, i = 0; i < re.length; copy += feels)
      for (let j = 0; j < modes; j++, i++) {
        let y = re[i];
        if (jumps) for (let a = 0; a < feels; a++) y -= couplings[j * feels + a] * jumps[copy + a];
        const turned = im[i] * cos[j] - y * sin[j];
        const given = light * (im[i] - turned);
        re[i] = y * cos[j] + im[i] * sin[j];
        im[i] = turned;
        for (let a = 0; a < feels; a++) impulses[copy + a] += couplings[j * feels + a] * given;
      }
  };
};
