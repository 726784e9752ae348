import { product } from "../../linalg/exponential/small-exponential.js";
import { add, constant, type Element, linear, multiply } from "./element.js";

/** Γ̇ = rate Γ + push, by rows. */
export interface LinearFlow {
  readonly rate: Float64Array;
  readonly push: Float64Array;
}

/** H = ½ Γᵀ h Γ + gᵀΓ, by rows. */
export interface Quadratic {
  readonly hessian: Float64Array;
  readonly gradient: Float64Array;
}

/** J of Γ̇ = J ∂H/∂Γ for Γ = (r, p). */
export const symplectic = (size: number): Float64Array => {
  const J = new Float64Array(size * size);
  for (let a = 0; a < size / 2; a++) {
    J[a * size + size / 2 + a] = 1;
    J[(size / 2 + a) * size + a] = -1;
  }
  return J;
};

/** A matrix of n rows times a vector. */
export const applied = (a: Float64Array, v: Float64Array, n: number): Float64Array =>
  Float64Array.from({ length: n }, (_, i) => v.reduce((sum, x, k) => sum + a[i * n + k]! * x, 0));

/** T J Tᵀ, T the projection on what is orthogonal to the forms: a flow that keeps H, volumes and the forms. */
const projected = (J: Float64Array, forms: readonly Float64Array[], n: number): Float64Array => {
  const T = new Float64Array(n * n);
  for (let i = 0; i < n; i++) T[i * n + i] = 1;
  for (const each of forms) {
    const form = applied(T, each, n);
    const size = form.reduce((sum, x) => sum + x * x, 0);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) T[i * n + j]! -= (form[i]! * form[j]!) / size;
  }
  return product(product(T, J, n), T, n);
};

/** The flow Γ̇ = J ∂H/∂Γ, and one of the same or another J that beside H and volumes keeps some forms. */
export const flowsOf = (
  J: Float64Array,
  { hessian, gradient }: Quadratic,
  forms: readonly Float64Array[],
  mixing = J,
): Readonly<Record<"newton" | "gibbs", LinearFlow>> => {
  const n = gradient.length;
  const flow = (j: Float64Array) => ({ rate: product(j, hessian, n), push: applied(j, gradient, n) });
  return {
    newton: flow(J),
    gibbs: flow(
      projected(
        mixing,
        forms.map((form) => form.slice(0, n)),
        n,
      ),
    ),
  };
};

/** H as a function of n variables, of which Γ are the first. */
export const energyOf = (n: number, { hessian, gradient }: Quadratic): Element => {
  const size = gradient.length;
  const rows = Array.from({ length: size }, (_, i) => {
    const form = new Float64Array(n);
    const slopes = hessian.subarray(i * size, (i + 1) * size);
    form.set(slopes.map((x) => 0.5 * x));
    return multiply(linear(n, unit(n, i)), linear(n, form, gradient[i]));
  });
  return add(constant(n, 0), ...rows);
};

/** z_k as a form. */
export const unit = (n: number, k: number): Float64Array => {
  const e = new Float64Array(n);
  e[k] = 1;
  return e;
};
