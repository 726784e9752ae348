import { PhysicsError } from "../../errors.js";
import { gaussLegendre } from "./gauss-legendre.js";

const rule = gaussLegendre(16);
/** The weights by which values at the nodes extrapolate to the right end: ∏ⱼ (1 − xⱼ)/(xₖ − xⱼ) over j ≠ k. */
const toEnd = rule.nodes.map((x) =>
  rule.nodes.reduce((product, other) => (other === x ? product : (product * (1 - other)) / (x - other)), 1),
);
/** The part of a panel between its end and the first node. */
const GAP = 0.5 * (1 - rule.nodes[15]);
/** The part of half a panel by which a node gives way to a singular point. */
const ASIDE = 1e-3;
/** Halvings of one panel, panels at one time, and the share of ∫ |f| up to which an error is still a number to be told. */
const LEVELS = 60;
const PANELS = 2 ** 14;
const TOLERABLE = 1e-6;

/** A number found by a rule that was refined, and how much the last refinement moved it. */
export interface Quadrature {
  readonly value: number;
  readonly error: number;
  /** ∫ |f|, beside which the error is to be seen. */
  readonly size: number;
  readonly evaluations: number;
}

/** A stretch of the line with ∫ f and ∫ |f| over it, by 16 Gauss–Legendre points, ∫ |f′| where f does not leap by more than its
 *  mean from node to node, and what may hide between the ends and the first nodes. */
interface Panel {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly size: number;
  readonly variation: number;
  readonly hidden: number;
}

/** What f at an end tells of the gap beside it: the miss of the extrapolated value times the gap, and for a small relative miss, as smooth functions
 *  have it, times that once more. A jump or a peak in the gap, which no node sees, thus counts in full. */
const hiding = (value: number, extrapolated: number, top: number): number => {
  const miss = Math.abs(value - extrapolated);
  return Number.isFinite(miss) && miss > 0 ? (miss * miss) / (miss + top) : 0;
};

/** f at a node, or close beside it where the node itself is a singular point. */
const beside = (f: (x: number) => number, x: number, half: number): number => {
  const here = f(x);
  return Number.isFinite(here) ? here : f(x + Math.max(ASIDE * half, 2 ** -50 * Math.abs(x)));
};

const panelOn = (f: (x: number) => number, from: number, to: number): Panel => {
  const [centre, half] = [0.5 * (from + to), 0.5 * (to - from)];
  let [value, size, variation, leap, left, right, top] = [0, 0, 0, 0, 0, 0, 0];
  let last = Number.NaN;
  for (let k = 0; k < 16; k++) {
    const here = beside(f, centre + half * rule.nodes[k], half);
    value += rule.weights[k] * here;
    size += Math.abs(rule.weights[k] * here);
    left += toEnd[15 - k] * here;
    right += toEnd[k] * here;
    top = Math.max(top, Math.abs(here));
    const change = k > 0 ? Math.abs(here - last) : 0;
    variation += change;
    leap = Math.max(leap, change);
    last = here;
  }
  const hidden = (to - from) * GAP * (hiding(f(from), left, top) + hiding(f(to), right, top));
  return { from, to, value: value * half, size: size * half, variation: 2 * leap < size ? variation : 0, hidden };
};

/** A panel in two halves, and how much that moves its integral. @throws PhysicsError "non-finite" */
const halved = (f: (x: number) => number, { from, to, value }: Panel) => {
  const middle = 0.5 * (from + to);
  const halves = [panelOn(f, from, middle), panelOn(f, middle, to)] as const;
  const size = halves[0].size + halves[1].size;
  // Numbers are too coarse to go on here: what little there is counts as error.
  const blurred = to - from < 1e-13 * Math.max(Math.abs(from), Math.abs(to));
  const hidden = blurred ? size : halves[0].hidden + halves[1].hidden;
  const moved = Math.abs(halves[0].value + halves[1].value - value) + hidden;
  // The least move that is more than rounding in the sum, and where f leaps nowhere, of x.
  const [left, right] = halves.map(({ variation }) => variation);
  const smooth = left > 0 && right > 0 ? left + right : 0;
  const least = 1e-15 * size + 2 ** -53 * Math.max(Math.abs(from), Math.abs(to)) * smooth;
  if (Number.isFinite(moved)) return { halves, moved, least, size, blurred };
  throw new PhysicsError("non-finite", {
    what: `Between ${Number(from.toPrecision(4))} and ${Number(to.toPrecision(4))} the integrand is infinite or not a number`,
    expected: "finite values",
    remedy: "Check it for singular points, or integrate between them",
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);

const unsettled = (from: number, to: number, at: number, value: number): never => {
  throw new PhysicsError("not-converged", {
    what: `The integral from ${from} to ${to} still moves near ${Number(at.toPrecision(6))} after all refinements; its last value is ${value}`,
    expected: "an integrand with a finite integral, smooth but for some jumps and kinks",
    remedy: "Check it for singular points, or integrate between them",
  });
};

/** ∫ f over [from, to] by panels of 16 Gauss–Legendre points: those that move when halved are halved again, until the sum of all moves is below
 *  `tolerance` of ∫ |f|. `splits` are places where panels should end, such as the bottoms of wells: a narrow peak within a panel may be missed, one
 *  at its end is not. Where 60 halvings leave an error (at a singular point that can be integrated), it is told if it is below 1e-6 of
 *  ∫ |f|. @throws PhysicsError "not-converged", "non-finite" */
export const integrate = (
  f: (x: number) => number,
  from: number,
  to: number,
  tolerance = 1e-13,
  splits: readonly number[] = [],
): Quadrature => {
  const inner = splits.filter((x) => x > from && x < to).sort((a, b) => a - b);
  const edges = [from, ...inner, to];
  const quarter = (i: number, k: number) => edges[i] + (k / 4) * (edges[i + 1] - edges[i]);
  let active = edges.slice(1).flatMap((_, i) => [0, 1, 2, 3].map((k) => panelOn(f, quarter(i, k), quarter(i, k + 1))));
  let worst = { moved: 0, at: from };
  let before = { panels: Number.POSITIVE_INFINITY, rest: 0 };
  let [value, error, size, evaluations] = [0, 0, 0, 18 * active.length];
  for (let level = 0; active.length > 0; level++) {
    const split = active.map((panel) => halved(f, panel));
    evaluations += 36 * active.length;
    const rest = error + sum(split.map(({ moved }) => moved));
    const scale = size + sum(split.map((part) => part.size));
    // Round-off in f moves every panel, whatever its width: twice as many then move by as much in all, and none by much of that, as one at a singular point does.
    const most = Math.max(...split.map(({ moved }) => moved));
    const noisy = active.length > 1.5 * before.panels && rest > 0.25 * before.rest && most < 0.1 * rest;
    const over = level === LEVELS || active.length > PANELS;
    const enough = over || rest <= (noisy ? TOLERABLE : tolerance) * scale;
    before = { panels: active.length, rest };
    const limit = (tolerance * scale) / (8 * active.length);
    const next: Panel[] = [];
    for (const { halves, moved, least, size: own, blurred } of split) {
      if (!enough && !blurred && moved > Math.max(limit, least)) next.push(...halves);
      else {
        value += halves[0].value + halves[1].value;
        const rounded = !enough && !blurred && moved > limit;
        error += rounded ? least : moved;
        size += own;
        if (moved > worst.moved) worst = { moved, at: halves[0].to };
      }
    }
    active = next;
  }
  if (error > TOLERABLE * size) unsettled(from, to, worst.at, value);
  return { value, error, size, evaluations };
};
