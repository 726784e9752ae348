/** A slider for a number: `const beta = slider("β", { min: 0.2, max: 5, step: 0.1 })`, then `beta.value`. */

import { NotebookError } from "./notebook-error.js";
import { type Valued, valued } from "./valued.js";

export interface SliderOptions {
  readonly min: number;
  readonly max: number;
  /** Distance of neighbouring values: 1 between integers, else about a hundredth of the range. */
  readonly step?: number;
  /** The first value, the middle of the range if not given. */
  readonly value?: number;
  /** False to hear of a value only when the handle is let go, for handlers that take long. */
  readonly continuous?: boolean;
}

export interface Slider extends Valued<number> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const called = (label: string): string => `slider("${label}")`;

/** A hundredth of the range, rounded down to 1, 2 or 5 times a power of ten. */
const niceStep = (width: number): number => {
  const decade = 10 ** Math.floor(Math.log10(width / 100));
  const lead = width / 100 / decade;
  return Number(((lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * decade).toPrecision(1));
};

const rangeOf = (label: string, { min, max, step, value }: SliderOptions): Range => {
  if (!(Number.isFinite(min) && Number.isFinite(max) && min < max)) {
    throw new NotebookError(
      `${called(label)} got the range ${min} … ${max}. Expected finite numbers with min < max. Write { min: 0.2, max: 5, step: 0.1 }.`,
    );
  }
  const integers = [min, max, value ?? 0].every(Number.isInteger);
  const chosen = step ?? (integers ? 1 : niceStep(max - min));
  if (chosen > 0 && chosen <= max - min) return { min, max, step: chosen };
  throw new NotebookError(
    `${called(label)} got the step ${step}. Expected a number above 0 and at most max − min = ${max - min}. Try { step: ${niceStep(max - min)} }.`,
  );
};

/** Digits after the point that tell neighbouring values apart. */
const decimals = (step: number): number => {
  const [digits, exponent = "0"] = String(step).split("e");
  return Math.min(20, Math.max(0, (digits!.split(".")[1]?.length ?? 0) - Number(exponent)));
};

/** The value as it is written where it is a place of the slider, min + n step, up to rounding. */
const onGrid = ({ min, max, step }: Range, value: number): number => {
  const n = (value - min) / step;
  if (Math.abs(n - Math.round(n)) > 1e-6) return value;
  const digits = Math.max(decimals(min), decimals(step));
  return Math.min(max, Number((min + Math.round(n) * step).toFixed(digits)) + 0); // + 0 makes 0 of −0
};

const middle = (range: Range): number => {
  const { min, max, step } = range;
  return onGrid(range, min + step * Math.round((max - min) / 2 / step));
};

const inside = (label: string, { min, max }: Range, integer: boolean, value: number): number => {
  const fits = typeof value === "number" && value >= min && value <= max && (!integer || Number.isInteger(value));
  if (fits) return value;
  const expected = `${integer ? "an integer" : "a number"} from ${min} to ${max}`;
  throw new NotebookError(
    `${called(label)} cannot take the value ${value}. Expected ${expected}. Set a value inside, or widen the range with { min, max }.`,
  );
};

/** What a front end sent, brought into the range. */
const nearest = ({ min, max }: Range, integer: boolean, raw: unknown): number | undefined => {
  if (typeof raw !== "number" || !Number.isFinite(raw)) return undefined;
  const clipped = Math.min(max, Math.max(min, raw));
  return integer ? Math.round(clipped) : clipped;
};

/**
 * A slider; it moves in steps of integers when all numbers given are integers.
 * @throws NotebookError when the range is empty, the step does not fit, or a value is set that is outside of the range or not a number.
 */
export const slider = (label: string, options: SliderOptions): Slider => {
  const range = rangeOf(label, options);
  const { min, max, step } = range;
  const value = options.value ?? middle(range);
  const integer = [min, max, step, value].every(Number.isInteger);
  const state = {
    min,
    max,
    step,
    behavior: "drag-tap",
    continuous_update: options.continuous ?? true,
    description_allow_html: false,
    orientation: "horizontal",
    readout: true,
    readout_format: integer ? "d" : `.${decimals(step)}f`,
  };
  const control = valued<number>(
    {
      name: integer ? "IntSlider" : "FloatSlider",
      style: "Slider",
      label,
      state,
      key: "value",
      read: (raw) => nearest(range, integer, raw),
      tidy: (number) => onGrid(range, number),
      write: (number) => inside(label, range, integer, number),
      text: (number) => `${label} = ${number} (${min} … ${max}, step ${step})`,
    },
    value,
  );
  return Object.defineProperties(control, Object.getOwnPropertyDescriptors({ min, max, step })) as Slider;
};
