import { add, type Element, multiply, scale, variable } from "./element.js";
import type { Setting } from "./setting.js";
import { substitute } from "./substitute.js";
import { flowMap, liouvilleOf } from "./system.js";
import { mapped, type Value } from "./value.js";

/** A time as its value and its slope in t₀. */
export interface FlowTime {
  readonly value: number;
  readonly slope: number;
}

/** t₀ − T as a function. */
export const jet = ({ system: { n, times } }: Setting): Element => variable(n, times.get("t_0")!);

/** e^{𝓛τ}A = A at −τ along the flow; to first order in t₀ − T. */
export const moved = (of: Value, time: FlowTime, setting: Setting): Value => {
  const { system, flow } = setting;
  const map = flowMap(system, flow, -time.value);
  return mapped(of, (part) => {
    const at = substitute(part, map);
    if (time.slope === 0) return at;
    const rate = substitute(liouvilleOf(system, flow, part), map);
    return add(at, scale(multiply(jet(setting), rate), time.slope));
  });
};
