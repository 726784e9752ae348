import type { MathNode } from "mathjs";
import { PhysicsError } from "../../errors.js";
import { scalar, sweep } from "../../expressions/compile.js";
import { differentiate } from "../../expressions/differentiate.js";
import { gaussLegendre } from "../../linalg/quadrature/gauss-legendre.js";
import { integrate } from "../../linalg/quadrature/integrate.js";

/** s(q) and ∂s/∂q_k of an angle by which a frame turns. */
export interface Angle {
  value(q: Float64Array): number;
  gradient(q: Float64Array, out: Float64Array): Float64Array;
}

interface Formulas {
  readonly variables: readonly string[];
  readonly parameters: Readonly<Record<string, number>>;
}

/** An angle that is a formula. */
export const angleOf = (tree: MathNode, { variables, parameters }: Formulas): Angle => {
  const names = { coordinates: variables, parameters };
  const value = sweep([tree], names);
  const slopes = sweep(
    variables.map((name) => differentiate(tree, name)),
    names,
  );
  const [none, one] = [new Float64Array(0), new Float64Array(1)];
  return { value: (q) => value(q, none, one)[0], gradient: (q, out) => slopes(q, none, out) };
};

/** Width of the panels at whose ends the integral is kept. */
const WIDTH = 0.125;

const rule = gaussLegendre(16);

/** ∫ f from a to b, with a sign, by 16 points. */
const quick = (f: (x: number) => number, a: number, b: number): number => {
  const [centre, half] = [0.5 * (a + b), 0.5 * (b - a)];
  let sum = 0;
  for (let k = 0; k < 16; k++) sum += rule.weights[k] * f(centre + half * rule.nodes[k]);
  return half * sum;
};

/** The same with as many points as it takes. */
const careful = (f: (x: number) => number, a: number, b: number): number =>
  a <= b ? integrate(f, a, b, 1e-15).value : -integrate(f, b, a, 1e-15).value;

/** The integral up to the end of a panel that is nearer to 0, and whether 16 points are enough within. */
interface Panel {
  readonly before: number;
  readonly after: number;
  readonly smooth: boolean;
}

/** s(x) = ∫₀ˣ c for a slope c that is a formula of one coordinate, to rounding: kept at the ends of equal panels, each found from its neighbour nearer
 *  to 0, so that the bits do not depend on what was asked before. @throws PhysicsError "dimension" for more than one coordinate */
export const integratedAngle = (tree: MathNode, { variables, parameters }: Formulas): Angle => {
  if (variables.length !== 1)
    throw new PhysicsError("dimension", {
      what: `The field has the coordinates ${variables.join(", ")}, along which a coupling has no single integral`,
      expected: "one coordinate where a coupling is given",
      remedy: 'Give the angle instead, such as angle: "atan(x - y)"',
    });
  const slope = scalar(tree, variables[0], parameters);
  const sides: Record<number, Panel[]> = { 1: [], [-1]: [] };
  const panel = (index: number, side: number): Panel => {
    const known = sides[side];
    for (let n = known.length; n <= index; n++) {
      const [a, b] = [side * n * WIDTH, side * (n + 1) * WIDTH];
      const part = careful(slope, a, b);
      const smooth = Math.abs(quick(slope, a, b) - part) <= 1e-14 * Math.abs(part) + 1e-17;
      const before = known[n - 1]?.after ?? 0;
      known.push({ before, after: before + part, smooth });
    }
    return known[index];
  };
  return {
    value: ([x]) => {
      const side = x < 0 ? -1 : 1;
      const index = Math.floor(Math.abs(x) / WIDTH);
      const { before, smooth } = panel(index, side);
      const edge = side * index * WIDTH;
      return x === edge ? before : before + (smooth ? quick : careful)(slope, edge, x);
    },
    gradient: ([x], out) => {
      out[0] = slope(x);
      return out;
    },
  };
};
