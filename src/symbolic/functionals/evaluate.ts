import { sweep } from "../../expressions/compile.js";
import { gaussLegendre } from "../../linalg/quadrature/gauss-legendre.js";
import type { Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";
import type { Concrete } from "./given.js";
import { coordinatesOf, treeOf } from "./tree.js";

/** The values of coordinates, by name. */
export type Point = ReadonlyMap<string, number>;

const rule = gaussLegendre(16);
/** Panels of 16 points along each axis, by dimension. */
const PANELS = [0, 6, 2, 1];

/** Nodes and weights of a range. */
const along = ([from, to]: readonly [number, number], panels: number): readonly (readonly [number, number])[] =>
  Array.from({ length: panels }, (_, k) => {
    const half = (0.5 * (to - from)) / panels;
    const centre = from + (2 * k + 1) * half;
    return Array.from(rule.nodes, (x, i) => [centre + half * x, half * rule.weights[i]] as const);
  }).flat();

const holdsIntegral = (of: Term): boolean => [...positions(of)].some(([, { head }]) => head === "integral");

/** The value of formulas with integrals for given fields. */
export const evaluator = (declarations: Declarations, places: readonly Term[], given: Concrete) => {
  const coordinates = new Map(places.map((place) => [place.name, coordinatesOf(place, given)]));
  const all = [...coordinates.values()].flat();
  const programs = new Map<string, (at: Point) => number>();
  const { box } = given;
  const lattice = box.map((range) => along(range, PANELS[box.length]!));

  const smooth = (of: Term, at: Point): number => {
    let program = programs.get(of.key);
    if (!program) {
      const run = sweep(treeOf(of, declarations, given), { coordinates: all, parameters: {} });
      const [q, none, out] = [new Float64Array(all.length), new Float64Array(0), new Float64Array(1)];
      program = (point) => {
        for (const [i, name] of all.entries()) q[i] = point.get(name) ?? 0;
        return run(q, none, out)[0]!;
      };
      programs.set(of.key, program);
    }
    return program(at);
  };

  const integrated = (of: Term, at: Point): number => {
    const names = coordinates.get(of.name) ?? [of.name];
    const inner = new Map(at);
    const over = (axis: number, weight: number): number => {
      if (axis === names.length) return weight * value(of.parts[0]!, inner);
      let sum = 0;
      for (const [x, w] of lattice[axis]!) {
        inner.set(names[axis]!, x);
        sum += over(axis + 1, weight * w);
      }
      return sum;
    };
    return over(0, 1);
  };

  const value = (of: Term, at: Point): number => {
    if (!holdsIntegral(of)) return smooth(of, at);
    const [a, b] = of.parts as [Term, Term];
    if (of.head === "integral") return integrated(of, at);
    if (of.head === "plus") return of.parts.reduce((sum, part) => sum + value(part, at), 0);
    if (of.head === "times") return of.parts.reduce((product, part) => product * value(part, at), 1);
    if (of.head === "power") return value(a, at) ** value(b, at);
    if (of.head === "exp") return Math.exp(value(a, at));
    if (of.head === "ln") return Math.log(value(a, at));
    return smooth(of, at);
  };
  return value;
};
