import type { Stream } from "../../../random/index.js";
import type { Equation } from "../../statements/equation.js";

/** One direction of momenta: the masses of the M atoms of a nanoparticle, β and m̂, and what the constants are said to be. */
export interface Line {
  readonly masses: readonly number[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly definitions: readonly Equation[];
  /** The integers that the indices of sums and products stand at. */
  readonly indices: ReadonlyMap<string, number>;
  /** The character of each variable that has come up. */
  readonly characters: Map<string, string>;
}

const between = (stream: Stream, from: number, to: number): number => from + (to - from) * stream.uniform();

/** A random line of M atoms. */
export const drawLine = (stream: Stream, M: number, definitions: readonly Equation[]): Line => {
  const masses = Array.from({ length: M }, () => between(stream, 0.7, 1.6));
  const m = masses.reduce((sum, mass) => sum + mass);
  const atomMass = between(stream, 0.6, 0.95);
  const numbers = new Map([
    ["π", Math.PI],
    ["M", M],
    ["β", between(stream, 0.6, 1.4)],
    ["m", m],
    ["m̂".normalize("NFD"), atomMass],
    ["ε", atomMass / m],
    ["λ", between(stream, 0.4, 0.9)],
  ]);
  return { masses, numbers, definitions, indices: new Map(), characters: new Map() };
};

/** The character that stands for a variable. */
export const character = ({ characters }: Line, label: string): string => {
  if (!characters.has(label)) characters.set(label, String.fromCharCode(0x3400 + characters.size));
  return characters.get(label)!;
};
