import { positive } from "../checks.js";
import { cited } from "../references.js";
import { chiSquaredTail } from "./chi-squared.js";
import { estimate, type ShownEstimate } from "./estimate.js";
import { soundMoments, tooShort } from "./series.js";

/** One level of pairing: n blocks of `size` samples, the error √(s²/(n − 1)) that they give, and its own standard error. */
export interface BlockLevel {
  readonly size: number;
  readonly blocks: number;
  readonly error: number;
  readonly uncertainty: number;
  /** n (γ/s²)², where γ is the covariance of neighbouring blocks: χ² with one degree of freedom where these are independent. */
  readonly dependence: number;
}

/** Fewer blocks than this do not know their scatter. */
const LEAST = 16;

const levelOf = (blocks: Float64Array, mean: number, size: number): BlockLevel => {
  const n = blocks.length;
  let [squares, products] = [0, 0];
  for (let i = 0; i < n; i++) {
    squares += (blocks[i] - mean) ** 2;
    if (i > 0) products += (blocks[i] - mean) * (blocks[i - 1] - mean);
  }
  const error = Math.sqrt(squares / n / (n - 1));
  const dependence = squares > 0 ? n * (products / squares) ** 2 : 0;
  return { size, blocks: n, error, uncertainty: error / Math.sqrt(2 * (n - 1)), dependence };
};

const paired = (blocks: Float64Array): Float64Array =>
  Float64Array.from({ length: blocks.length >> 1 }, (_, i) => 0.5 * (blocks[2 * i] + blocks[2 * i + 1]));

const levelsOf = (series: ArrayLike<number>, mean: number): BlockLevel[] => {
  const levels: BlockLevel[] = [];
  let blocks: Float64Array = Float64Array.from(series);
  for (let size = 1; blocks.length >= 4; blocks = paired(blocks), size *= 2) levels.push(levelOf(blocks, mean, size));
  return levels;
};

/** The levels of pairing of a series, and the number of that at which the plateau begins; −1 where there is none. */
export interface Plateau {
  readonly levels: readonly BlockLevel[];
  readonly at: number;
}

/** The plateau begins one level after the first from which on the correlations of neighbours, Σ n (γ/s²)², pass for those of independent blocks (χ², 1 %):
 *  correlations too weak to be noticed still make the error too small, and one more pairing halves them. */
export const plateauOf = (series: ArrayLike<number>, mean: number): Plateau => {
  const levels = levelsOf(series, mean);
  const dependence = (k: number) => levels.slice(k).reduce((sum, level) => sum + level.dependence, 0);
  const passing = levels.findIndex((_, k) => chiSquaredTail(dependence(k), levels.length - k) > 0.01);
  return { levels, at: passing > 0 ? passing + 1 : passing };
};

/** Whether a plateau has enough blocks to be read. */
export const isWide = ({ levels, at }: Plateau): boolean => at >= 0 && (levels[at]?.blocks ?? 0) >= LEAST;

/** ⟨a⟩ of one stationary series by blocking: neighbours are averaged in pairs, again and again, and the error √(s²/(n − 1)) of n blocks grows until they
 *  are independent. `levels` holds all of them. @throws PhysicsError "too-short" that carries the estimate, where the plateau has fewer than 16 blocks;
 *  "non-finite" [flyvbjerg-petersen-1989, jonsson-2018] */
export const blocking = (
  series: ArrayLike<number>,
  spacing = 1,
): ShownEstimate & { readonly levels: readonly BlockLevel[] } => {
  cited("flyvbjerg-petersen-1989", "jonsson-2018");
  positive("spacing", spacing);
  const { mean, variance } = soundMoments(series);
  const plateau = plateauOf(series, mean);
  const { levels, at } = plateau;
  const { error, blocks } = levels[at] ?? levels.at(-1) ?? { error: Number.POSITIVE_INFINITY, blocks: 0 };
  const tau = variance > 0 ? Math.max((error * error * series.length) / (2 * variance), 0.5) : 0.5;
  const found = estimate(mean, error, series.length, tau * spacing);
  if (!isWide(plateau))
    tooShort(
      `The error still grows when ${Math.max(blocks, 1)} blocks are left`,
      `a plateau with ${LEAST} blocks at least`,
      "Run ten times longer",
      found,
    );
  return Object.assign(found, { levels });
};
