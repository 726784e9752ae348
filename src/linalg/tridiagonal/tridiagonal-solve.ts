import { PhysicsError } from "../../errors.js";
import type { Tridiagonal } from "./tridiagonal.js";

const vanishing = (): never => {
  throw new PhysicsError("parameter", {
    what: "A pivot of the tridiagonal matrix vanishes, or an entry is no number",
    expected: "finite entries, and a diagonal that outweighs what stands beside it",
    remedy: "Take 1 − t𝓛 with t > 0",
  });
};

/** The x of A x = b for one b, into `out`, which may be `b`: such as one implicit step (1 − dt 𝓛) ρ = ρ₀. Elimination runs from both ends to the middle and
 *  back, two chains of divisions side by side, without exchange of rows; that is stable where columns are diagonally dominant, as those of 1 − t𝓛 for a
 *  generator 𝓛 and t > 0. @throws PhysicsError "parameter" where a pivot vanishes */
export const solveTridiagonal = (
  { lower, diagonal, upper }: Tridiagonal,
  b: Float64Array,
  out: Float64Array,
): Float64Array => {
  const n = diagonal.length;
  const middle = n >> 1;
  // What is left of row i is x[i] + inner[i] x[next] = out[i], the next row being the one towards the middle.
  const inner = new Float64Array(n);
  // One by one: V8 keeps variables that come from a pattern out of registers, which would cost half the speed.
  let i = 0;
  let j = n - 1;
  let l = 0;
  let r = 0;
  let c = 0;
  let d = 0;
  let u = 0;
  let v = 0;
  for (; i < middle && j > middle; i++, j--) {
    const p = 1 / (diagonal[i] - l * c);
    const q = 1 / (diagonal[j] - r * d);
    inner[i] = c = upper[i] * p;
    inner[j] = d = lower[j - 1] * q;
    u = (b[i] - l * u) * p;
    v = (b[j] - r * v) * q;
    out[i] = u;
    out[j] = v;
    l = lower[i];
    r = upper[j - 1];
  }
  if (i < middle) {
    const p = 1 / (diagonal[i] - l * c);
    inner[i] = c = upper[i] * p;
    out[i] = u = (b[i] - l * u) * p;
    l = lower[i];
  }
  u = (b[middle] - l * u - r * v) / (diagonal[middle] - l * c - r * d);
  if (!Number.isFinite(u)) vanishing(); // whatever went wrong on the way has come here
  out[middle] = v = u;
  for (i = middle - 1, j = middle + 1; j < n; i--, j++) {
    u = out[i] - inner[i] * u;
    v = out[j] - inner[j] * v;
    out[i] = u;
    out[j] = v;
  }
  if (i >= 0) out[i] -= inner[i] * u;
  return out;
};
