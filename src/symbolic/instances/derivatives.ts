import type { Term } from "../terms/term.js";
import { beyond } from "./beyond.js";
import { add, differentiate, type Element, scale } from "./element.js";
import { integer, labelOf } from "./names.js";
import type { Setting } from "./setting.js";
import type { Value } from "./value.js";

/** The variables that a derivative is taken by, each with its weight: coordinates of an atom, a slow variable, a time. */
const directions = (by: Term, setting: Setting): readonly (readonly (readonly [number, number])[])[] => {
  const { system, bound } = setting;
  const { N, d } = system;
  if (by.subscripts && (by.name === "r" || by.name === "p")) {
    const i = bound.get(by.parts[0]!.name) ?? integer(by.parts[0]!, setting);
    const start = (by.name === "p" ? N * d : 0) + i * d;
    return Array.from({ length: d }, (_, c) => [[start + c, 1]]);
  }
  const slow = system.slow.get(labelOf(by, setting));
  if (slow && !by.starred) return Array.from({ length: d }, (_, c) => [[slow.at + c, 1]]);
  if (by.starred && ["R", "Φ"].includes(by.name)) {
    const root = by.name === "Φ" ? Math.sqrt(system.constants.get("ε")!) : 1;
    return Array.from({ length: d }, (_, c) =>
      system.inside.flatMap((inside, i) => (inside ? [[i * d + c, 1 / root] as const] : [])),
    );
  }
  const time = system.times.get(labelOf(by, setting));
  return time === undefined ? beyond(`The derivative by ${labelOf(by, setting)}`) : [[[time, 1]]];
};

const slopes = (of: Element, along: readonly (readonly [number, number])[]): Element =>
  add(...along.map(([k, weight]) => scale(differentiate(of, k), weight)));

/** ∂A/∂x. */
export const gradient = (by: Term, of: Value, setting: Setting): Value => ({
  rank: of.rank + by.rank,
  parts: directions(by, setting).flatMap((along) => of.parts.map((part) => slopes(part, along))),
});

/** ∂/∂x · A. */
export const divergence = (by: Term, of: Value, setting: Setting): Value => {
  const all = directions(by, setting);
  const columns = of.parts.length / all.length;
  return {
    rank: of.rank - 1,
    parts: Array.from({ length: columns }, (_, j) =>
      add(...all.map((along, k) => slopes(of.parts[k * columns + j]!, along))),
    ),
  };
};
