import { finite, oneOf, positive, whole } from "../../checks.js";
import { PhysicsError } from "../../errors.js";
import { momentaOf } from "./along-axis.js";
import type { Space } from "./space.js";
import { type Basis, type Wave, waveOn } from "./wave.js";

/** A Gaussian packet in one electron state. */
export interface PacketOptions {
  /** ⟨X⟩, a number for each axis. */
  readonly centre: ArrayLike<number>;
  /** ⟨P⟩. */
  readonly momentum: ArrayLike<number>;
  /** The standard deviation of |ψ|² along each axis; that of the momentum is ħ/(2 width). */
  readonly width: ArrayLike<number>;
  /** The electron state, 0 (the lowest) unless told. */
  readonly state?: number;
  /** "adiabatic" unless told. */
  readonly basis?: Basis;
}

/** Standard deviations within which a packet must fit; 6.5 leave e^(−21) of the maximum at an end. */
const ROOM = 6.5;

const checkFit = ({ grid, hbar }: Space, { centre, momentum, width }: PacketOptions): void => {
  for (const [name, list] of Object.entries({ centre, momentum, width }))
    if (list.length !== grid.dim)
      throw new PhysicsError("dimension", {
        what: `${name} has ${list.length} numbers`,
        expected: `${grid.dim}, one for each axis`,
        remedy: `Write ${name}: [${Array.from({ length: grid.dim }, (_, a) => 2 + a).join(", ")}]`,
      });
  for (const [a, { symbol, from, to, cells }] of grid.axes.entries()) {
    const [x, p, sigma] = [finite("centre", centre[a]), finite("momentum", momentum[a]), positive("width", width[a])];
    if (x - ROOM * sigma < from || x + ROOM * sigma > to)
      throw new PhysicsError("grid", {
        what: `A packet of width ${sigma} at ${symbol} = ${x} reaches beyond the grid, from ${from} to ${to}`,
        expected: `${ROOM} widths to each side`,
        remedy: "Widen the grid, move the packet, or make it narrower",
      });
    const most = Math.max(...momentaOf(grid, a, hbar));
    const needs = Math.abs(p) + (ROOM * hbar) / (2 * sigma);
    if (needs > most)
      throw new PhysicsError("grid", {
        what: `The packet has momenta up to ${Number(needs.toPrecision(3))} along ${symbol}, and ${cells} cells hold plane waves up to ${Number(most.toPrecision(3))}`,
        expected: "two cells or more for the shortest wave",
        remedy: `Take ${Math.ceil((1.3 * cells * needs) / most)} cells or more`,
      });
  }
};

/** The electron state at each cell, component i at [i size + cell]: one of the basis, or Ψⱼ(X) with the phase that makes its product with Ψⱼ at the centre of the packet positive. */
const electron = ({ grid, states, adiabatic: { vectors } }: Space, state: number, basis: Basis, home: number) => {
  const { size } = grid;
  const [re, im] = [new Float64Array(states * size), new Float64Array(states * size)];
  if (basis === "diabatic") return { re: re.fill(1, state * size, (state + 1) * size), im };
  for (let cell = 0; cell < size; cell++) {
    let [u, v] = [0, 0];
    for (let i = 0; i < states; i++) {
      const [here, there] = [(state * states + i) * size + cell, (state * states + i) * size + home];
      u += vectors.re[here] * vectors.re[there] + vectors.im[here] * vectors.im[there];
      v += vectors.re[here] * vectors.im[there] - vectors.im[here] * vectors.re[there];
    }
    const length = Math.hypot(u, v);
    const [c, s] = length > 0 ? [u / length, v / length] : [1, 0];
    for (let i = 0; i < states; i++) {
      const here = (state * states + i) * size + cell;
      re[i * size + cell] = vectors.re[here] * c - vectors.im[here] * s;
      im[i * size + cell] = vectors.re[here] * s + vectors.im[here] * c;
    }
  }
  return { re, im };
};

/** ψ(X) ∝ ∏ₐ exp(−(Xₐ − xₐ)²/(4σₐ²) + i pₐ(Xₐ − xₐ)/ħ) times an electron state, of norm 1 on the grid.
 *  @throws PhysicsError "dimension", "parameter", "grid" where the grid is too small or too coarse for it */
export const packetOn = (space: Space, options: PacketOptions): Wave => {
  const { grid, states, hbar } = space;
  const { centre, momentum, width, state = 0, basis = "adiabatic" } = options;
  oneOf("basis", basis, { adiabatic: 0, diabatic: 0 }, "the adiabatic one");
  if (whole("state", state, 0) >= states)
    throw new PhysicsError("parameter", {
      what: `There is no state ${state}`,
      expected: `0 to ${states - 1}`,
      remedy: "Count from the lowest, 0",
    });
  checkFit(space, options);
  const { size, dim, points } = grid;
  const [re, im] = [new Float64Array(size), new Float64Array(size)];
  let [norm, home] = [0, 0];
  for (let cell = 0; cell < size; cell++) {
    let [exponent, angle] = [0, 0];
    for (let a = 0; a < dim; a++) {
      const away = points[cell * dim + a] - centre[a];
      exponent -= (away / (2 * width[a])) ** 2;
      angle += (momentum[a] * away) / hbar;
    }
    const amplitude = Math.exp(exponent);
    re[cell] = amplitude * Math.cos(angle);
    im[cell] = amplitude * Math.sin(angle);
    norm += amplitude * amplitude * grid.volumes[cell];
    if (amplitude > Math.hypot(re[home], im[home])) home = cell;
  }
  const chi = electron(space, state, basis, home);
  const scale = 1 / Math.sqrt(norm);
  const at = (cell: number) => cell % size;
  return waveOn(space, {
    re: chi.re.map((x, k) => scale * (x * re[at(k)] - chi.im[k] * im[at(k)])),
    im: chi.im.map((y, k) => scale * (y * re[at(k)] + chi.re[k] * im[at(k)])),
  });
};
