import type { Term } from "../../../src/symbolic/terms/term.js";
import { add, compose, constant, derivative, type Jet, multiply } from "./jet.js";

/** The components of a scalar, vector or tensor. */
export type Value = readonly Jet[];

/** What the names of an equation are worth at a point of the slow variables. */
export interface Point {
  /** How many directions space has. */
  readonly d: number;
  /** How many coordinates all slow variables have. */
  readonly n: number;
  /** The first coordinate of a slow variable, by its name with subscript. */
  readonly first: (name: string) => number;
  /** By the name with subscript; averages are "⟨name⟩". */
  readonly names: Readonly<Record<string, Value>>;
}

export const nameOf = ({ name, subscripts, parts }: Term): string =>
  subscripts ? `${name}_${parts[0]!.value!.toFraction()}` : name;

const look = (name: string, { names }: Point): Value => {
  const found = names[name] ?? names[name.normalize("NFC")];
  if (!found) throw new Error(`${name} has no value`);
  return found;
};

const summed = (jets: readonly Jet[]): Jet => jets.reduce(add);

const scaledBy = (a: Value, b: Value): Value =>
  a.length === 1 ? b.map((each) => multiply(a[0]!, each)) : a.map((each) => multiply(each, b[0]!));

/** Σ of neighbouring directions. */
const contracted = (a: Value, b: Value, d: number): Value =>
  Array.from({ length: a.length / d }, (_, i) =>
    Array.from({ length: b.length / d }, (__, j) =>
      summed(Array.from({ length: d }, (___, k) => multiply(a[i * d + k]!, b[k * (b.length / d) + j]!))),
    ),
  ).flat();

const acted = (of: Term, to: Value, point: Point): Value => {
  const { d, n } = point;
  const [by] = of.parts;
  const directions = (count: number) => Array.from({ length: count }, (_, k) => k);
  switch (of.head) {
    case "partial":
      return directions(by!.rank > 0 ? d : 1).flatMap((k) =>
        to.map((each) => derivative(each, point.first(nameOf(by!)) + k)),
      );
    case "divergence":
      return directions(to.length / d).map((j) =>
        summed(directions(d).map((k) => derivative(to[k * (to.length / d) + j]!, point.first(nameOf(by!)) + k))),
      );
    case "plus":
      return of.parts.map((part) => acted(part, to, point)).reduce((a, b) => a.map((each, k) => add(each, b[k]!)));
    default:
      if (of.sort === "operator") throw new Error(`An operator ${of.head} is applied, of ${n} coordinates`);
      return scaledBy(valueAt(of, point), to);
  }
};

/** A term at a point, by its components; it knows the heads that equations of slow variables have. */
export const valueAt = (of: Term, point: Point): Value => {
  const parts = () => of.parts.map((part) => valueAt(part, point));
  switch (of.head) {
    case "number":
      return [constant(of.value!.valueOf(), point.n)];
    case "symbol":
      return look(nameOf(of), point);
    case "average":
      return look(`⟨${nameOf(of.parts[0]!)}⟩`, point);
    case "plus":
      return parts().reduce((a, b) => a.map((each, k) => add(each, b[k]!)));
    case "times":
      return parts().reduce(scaledBy);
    case "dot": {
      const [a, b] = parts();
      return contracted(a!, b!, point.d);
    }
    case "power": {
      const [[base]] = parts() as [[Jet]];
      const e = of.parts[1]!.value!.valueOf();
      const x = base!.value;
      return [compose(base!, [x ** e, e * x ** (e - 1), e * (e - 1) * x ** (e - 2)])];
    }
    case "ln": {
      const [[base]] = parts() as [[Jet]];
      return [compose(base!, [Math.log(base!.value), 1 / base!.value, -1 / base!.value ** 2])];
    }
    case "apply":
      return acted(of.parts[0]!, valueAt(of.parts[1]!, point), point);
    default:
      throw new Error(`A ${of.head} stands in an equation of slow variables`);
  }
};
