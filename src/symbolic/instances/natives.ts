import type { Term } from "../terms/term.js";
import { constant, differentiate, type Element, linear, scale, variable } from "./element.js";
import type { Setting } from "./setting.js";
import { scalar, type Value } from "./value.js";

/** σᵢ = rᵢ − Rθᵢ, where atom i is seen from the centre of mass. */
const displacement = (i: number, { N, d, n, mass, inside, constants }: Setting["system"]): Value => ({
  rank: 1,
  parts: Array.from({ length: d }, (_, c) => {
    const form = new Float64Array(n);
    for (let k = 0; k < N; k++) form[k * d + c] = -(inside[i]! * mass[k]! * inside[k]!) / constants.get("m")!;
    form[i * d + c]! += 1;
    return linear(n, form);
  }),
});

/** What belongs to atom i: its mass, its indicator, where it is, how it moves and what pulls at it. */
const ofAtom = (
  name: string,
  i: number,
  { N, d, n, V, mass, ofAtoms }: Setting["system"],
): readonly Element[] | undefined => {
  const own = ofAtoms.get(name);
  if (own) return [constant(n, own[i]!)];
  const directions = (of: (c: number) => Element) => Array.from({ length: d }, (_, c) => of(i * d + c));
  switch (name) {
    case "m":
      return [constant(n, mass[i]!)];
    case "r":
      return directions((k) => variable(n, k));
    case "p":
      return directions((k) => variable(n, N * d + k));
    case "F":
      return directions((k) => scale(differentiate(V, k), -1));
    default:
      return undefined;
  }
};

const valueOfAtom = (name: string, i: number, system: Setting["system"]): Value | undefined => {
  if (name === "σ") return displacement(i, system);
  const parts = ofAtom(name, i, system);
  return parts && { rank: name === "m" || system.ofAtoms.has(name) ? 0 : 1, parts };
};

/** A symbol of the system itself, if it is one. */
export const native = (of: Term, label: string, { system, bound, definitions, moment }: Setting): Value | undefined => {
  const { n } = system;
  if (bound.has(label)) return scalar(constant(n, bound.get(label)!));
  const atom = of.subscripts ? bound.get(of.parts[0]!.name) : undefined;
  const ofOne = atom === undefined ? undefined : valueOfAtom(of.name, atom, system);
  if (ofOne) return ofOne;
  const slow = system.slow.get(label);
  if (slow && (!of.starred || !definitions.has(`${label}*`)))
    return {
      rank: of.rank,
      parts: slow.forms.map((form, c) => (of.starred ? linear(n, form) : variable(n, slow.at + c))),
    };
  const own = system.names.get(label);
  if (own) return own;
  if (label === "V") return scalar(system.V);
  const time = system.times.get(label);
  if (time !== undefined) return scalar(variable(n, time, label === "t_0" ? moment : 0));
  const known = system.constants.get(label);
  return known === undefined ? undefined : scalar(constant(n, known));
};
