import { oneOf } from "../checks.js";
import { PhysicsError } from "../errors.js";

/** What a density meets at an end of an axis. */
export const kinds = {
  /** Nothing: it must have died away before. */
  natural: "open country",
  /** A wall: nothing goes through. */
  reflecting: "a wall",
  /** A sink: what arrives is gone, ρ = 0. */
  absorbing: "a sink",
  /** The other end. */
  periodic: "the other end",
} as const;

export type End = keyof typeof kinds;

/** One kind for both ends of an axis, or the lower and the upper. */
export type BothEnds = End | readonly [End, End];

/** The same for all axes, or by the name of the axis; an axis without an entry has natural ends. */
export type Ends = BothEnds | Readonly<Record<string, BothEnds>>;

const pairOf = (given: BothEnds, symbol: string): readonly [End, End] => {
  const pair = typeof given === "string" ? ([given, given] as const) : given;
  for (const end of pair) oneOf("end", end, kinds, '"natural"');
  if (pair.length === 2 && (pair[0] === "periodic") === (pair[1] === "periodic")) return pair;
  throw new PhysicsError("grid", {
    what: `The ends of ${symbol} are ${pair.join(" and ")}`,
    expected: "two ends, either both periodic or neither",
    remedy: `Write { ends: { ${symbol}: "periodic" } } for both`,
  });
};

/** The lower and upper end of each axis. @throws PhysicsError "grid", "parameter" */
export const endsOf = (ends: Ends, symbols: readonly string[]): readonly (readonly [End, End])[] => {
  if (typeof ends === "string" || Array.isArray(ends)) return symbols.map((name) => pairOf(ends as BothEnds, name));
  const named = ends as Readonly<Record<string, BothEnds>>;
  const unknown = Object.keys(named).find((name) => !symbols.includes(name));
  if (unknown !== undefined)
    throw new PhysicsError("grid", {
      what: `There is no axis "${unknown}"`,
      expected: symbols.join(" or "),
      remedy: "Name the ends by the axes of the grid",
    });
  return symbols.map((name) => pairOf(named[name] ?? "natural", name));
};
