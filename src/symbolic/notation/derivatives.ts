import { apply, partial, total, variation } from "../terms/build.js";
import type { Term } from "../terms/term.js";
import { bracketed, built, next, opens, peek, type Reader, sees, stop } from "./reader.js";
import { name, plainName } from "./symbols.js";

/** How many tokens the name from `ahead` on takes, with subscript, prime and star. */
const extent = (reader: Reader, ahead: number): number => {
  let end = ahead + 1;
  if (sees(reader, "_", end)) end += 2;
  while (sees(reader, "'", end) || sees(reader, "*", end)) end++;
  return end;
};

const isQuotient = (reader: Reader, ahead: number, mark: string): boolean =>
  sees(reader, "/", ahead) && peek(reader, ahead + 1).kind === "mark" && sees(reader, mark, ahead + 1);

/** Whether the d that stands here ends an integral: it is no d/dx and no dX/dx. */
export const atDifferential = (reader: Reader): boolean =>
  peek(reader).kind === "mark" &&
  sees(reader, "d") &&
  !isQuotient(reader, 1, "d") &&
  !isQuotient(reader, extent(reader, 1), "d");

const operators: Readonly<Record<string, (by: Term) => Term>> = { "∂": partial, d: total, δ: variation };

const differentiated = (reader: Reader): Term | undefined => {
  if (sees(reader, "/")) return undefined;
  return opens(peek(reader)) ? bracketed(reader) : plainName(reader);
};

/** Whether the δ that stands here begins δ/δφ(x). */
export const atVariation = (reader: Reader): boolean => sees(reader, "δ") && isQuotient(reader, 1, "δ");

/** ∂/∂x, ∂ρ/∂x, d/dx, dX/dx, δ/δφ(x), δF/δφ(x). */
export const derivative = (reader: Reader): Term => {
  const mark = next(reader);
  const of = differentiated(reader);
  if (!isQuotient(reader, 0, mark.text))
    return stop(
      reader,
      mark,
      `${mark.text}${of?.name ?? ""} is no derivative`,
      `${mark.text}a/${mark.text}b or ${mark.text}/${mark.text}b`,
      "Say what is differentiated by",
    );
  reader.place += 2;
  const by = mark.text === "δ" ? name(reader) : plainName(reader);
  const operator = built(reader, mark, () => operators[mark.text]!(by));
  return of ? built(reader, mark, () => apply(operator, of)) : operator;
};
