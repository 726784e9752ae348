import type { Stream } from "../../random/stream.js";
import { declarationOf } from "../notation/names.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { add, constant, type Element, linear, multiply, scale, variable } from "./element.js";
import { exponential } from "./functions.js";
import type { System } from "./system.js";
import type { Value } from "./value.js";

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, k) => from + k);

/** The times that a function of t depends on; where orders are told apart, only the slow ones beside t₀ carry it. */
const slowTimes = ({ times, parameter }: System): readonly number[] =>
  [...times].flatMap(([name, at]) => (name === "t_0" || (name === "t" && parameter !== undefined) ? [] : [at]));

const variablesBy = (name: string, system: System): readonly number[] => {
  const { N, d, slow } = system;
  if (name === "Γ") return range(0, 2 * N * d);
  if (name === "Γr") return range(0, N * d);
  if (name === "t") return slowTimes(system);
  if (name === "t_0") return [system.times.get("t_0")!];
  const variable = slow.get(name);
  return variable ? range(variable.at, variable.forms.length) : [];
};

const between = (rng: Stream, a: number, b: number): number => a + (b - a) * rng.uniform();

/** What a random function is: a polynomial of second degree, the same times a Gaussian so that it falls off, or a Gaussian alone. */
export type Shape = "polynomial" | "falling" | "gaussian";

/** A random function of some variables. */
export const drawn = (rng: Stream, { n }: System, over: readonly number[], shape: Shape): Element => {
  const form = new Float64Array(n);
  for (const k of over) form[k] = between(rng, -0.8, 0.8);
  const other = new Float64Array(n);
  for (const k of over.filter((_, j) => j % 2 === 0).slice(0, 2)) other[k] = between(rng, 0.2, 0.5);
  const polynomial = add(
    constant(n, between(rng, 0.5, 1.5)),
    linear(n, form),
    scale(multiply(linear(n, other), linear(n, other)), between(rng, 0.8, 1.7)),
  );
  if (shape === "polynomial" || over.length === 0) return polynomial;
  const squares = over.map((k) => scale(multiply(variable(n, k), variable(n, k)), -between(rng, 0.3, 0.6)));
  const tilt = new Float64Array(n);
  for (const k of over) tilt[k] = between(rng, -0.3, 0.3);
  const gaussian = exponential(add(...squares, linear(n, tilt)));
  return shape === "falling" ? multiply(polynomial, gaussian) : scale(gaussian, between(rng, 0.5, 1.5));
};

/** What functions are drawn with: the names, and whether they must be Gaussians alone, so that they have reciprocals. */
export interface Palette {
  readonly declarations: Declarations;
  readonly areGaussian?: boolean;
}

/**
 * The value of a function that nothing defines: at random, in what it is declared to depend on. Times enter as polynomials, or where
 * functions are Gaussians as their exponents do.
 */
export const draw = (
  of: Term,
  label: string,
  { declarations, areGaussian = false }: Palette,
  system: System,
  rng: Stream,
): Value => {
  const declaration = declarationOf(declarations, of) ?? beyond(`The undeclared ${label}`);
  const size = system.d ** of.rank;
  if (declaration.role === "constant" || (declaration.role === "variable" && of.rank === 0))
    return { rank: of.rank, parts: Array.from({ length: size }, () => constant(system.n, between(rng, 0.4, 1.6))) };
  if (declaration.role === "operator") return beyond(`The ${declaration.role} ${label}`);
  const over = (declaration.role === "phase" && declaration.of.length === 0 ? ["Γ"] : declaration.of).flatMap((name) =>
    variablesBy(name, system),
  );
  const times = new Set(system.times.values());
  const fast = over.filter((k) => !times.has(k));
  return {
    rank: of.rank,
    parts: Array.from({ length: size }, () => {
      if (areGaussian) return drawn(rng, system, over, "gaussian");
      const space = drawn(rng, system, fast, declaration.role === "function" ? "falling" : "polynomial");
      return fast.length === over.length
        ? space
        : multiply(
            space,
            drawn(
              rng,
              system,
              over.filter((k) => times.has(k)),
              "polynomial",
            ),
          );
    }),
  };
};
