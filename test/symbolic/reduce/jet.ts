/** f, ∂f/∂xₖ and ∂²f/∂xₖ∂xₗ at one point, exact: enough for an equation of second order. */
export interface Jet {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly (readonly number[])[];
}

const each = (n: number, f: (k: number) => number): number[] => Array.from({ length: n }, (_, k) => f(k));

export const constant = (value: number, n: number): Jet => ({
  value,
  gradient: each(n, () => 0),
  hessian: Array.from({ length: n }, () => each(n, () => 0)),
});

export const add = (a: Jet, b: Jet): Jet => ({
  value: a.value + b.value,
  gradient: a.gradient.map((g, k) => g + b.gradient[k]!),
  hessian: a.hessian.map((row, k) => row.map((h, l) => h + b.hessian[k]![l]!)),
});

export const multiply = (a: Jet, b: Jet): Jet => ({
  value: a.value * b.value,
  gradient: a.gradient.map((g, k) => g * b.value + a.value * b.gradient[k]!),
  hessian: a.hessian.map((row, k) =>
    row.map(
      (h, l) =>
        h * b.value + a.gradient[k]! * b.gradient[l]! + a.gradient[l]! * b.gradient[k]! + a.value * b.hessian[k]![l]!,
    ),
  ),
});

/** ∂f/∂xₖ; its own second derivatives are not known and are left NaN, so that nothing can use them. */
export const derivative = (of: Jet, k: number): Jet => ({
  value: of.gradient[k]!,
  gradient: of.hessian[k]!,
  hessian: of.hessian.map((row) => row.map(() => Number.NaN)),
});

/** g(f) from the values of g and its first two derivatives at f. */
export const compose = (of: Jet, [g, slope, bend]: readonly [number, number, number]): Jet => ({
  value: g,
  gradient: of.gradient.map((d) => slope * d),
  hessian: of.hessian.map((row, k) => row.map((h, l) => slope * h + bend * of.gradient[k]! * of.gradient[l]!)),
});
