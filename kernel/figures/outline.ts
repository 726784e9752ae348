/** SVG paths as polylines: for their extents, lengths, and the points along them on which Plotly sets contour labels. */

type Point = readonly [number, number];

/** Pieces into which a curve is cut. */
const pieces = 12;

const blend = (points: readonly Point[], t: number): Point => {
  if (points.length === 1) return points[0]!;
  const next = points.slice(1).map(([x, y], i): Point => {
    const [u, v] = points[i]!;
    return [u + t * (x - u), v + t * (y - v)];
  });
  return blend(next, t);
};

/** Bézier curve by de Casteljau's construction, without its first point. */
const curve = (points: readonly Point[]): Point[] =>
  Array.from({ length: pieces }, (_, i) => blend(points, (i + 1) / pieces));

const pairs = (numbers: readonly number[]): Point[] =>
  Array.from({ length: numbers.length >> 1 }, (_, i): Point => [numbers[2 * i]!, numbers[2 * i + 1]!]);

const groupsOf = (count: number, points: readonly Point[]): Point[][] =>
  Array.from({ length: Math.floor(points.length / count) }, (_, i) => points.slice(i * count, (i + 1) * count));

/** The points that a command with absolute coordinates adds. */
const drawn = (command: string, numbers: readonly number[], from: Point, start: Point): Point[] => {
  const bend = (count: number): Point[] => {
    let last = from;
    return groupsOf(count, pairs(numbers)).flatMap((controls) => {
      const points = curve([last, ...controls]);
      last = points[points.length - 1]!;
      return points;
    });
  };
  switch (command) {
    case "M":
    case "L":
      return pairs(numbers);
    case "H":
      return numbers.map((x): Point => [x, from[1]]);
    case "V":
      return numbers.map((y): Point => [from[0], y]);
    case "C":
      return bend(3);
    case "Q":
      return bend(2);
    case "A":
      return pairs(numbers.filter((_, i) => i % 7 > 4)); // the chord
    case "Z":
      return [start];
    default:
      return [];
  }
};

const relative = (command: string, numbers: readonly number[], [x, y]: Point): number[] => {
  const shift = [x, y];
  switch (command) {
    case "h":
      return numbers.map((n) => n + x);
    case "v":
      return numbers.map((n) => n + y);
    case "a":
      return numbers.map((n, i) => (i % 7 > 4 ? n + shift[(i % 7) - 5]! : n));
    default:
      return numbers.map((n, i) => n + shift[i % 2]!);
  }
};

/** The points of a path's `d`. Relative commands are read for one segment each, as Plotly writes them. */
export const outline = (d: string): Point[] => {
  const points: Point[] = [];
  let from: Point = [0, 0];
  let start: Point = from;
  for (const [, letter, list] of d.matchAll(/([MLHVCQAZ])([^MLHVCQAZ]*)/gi)) {
    const numbers = (list!.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    const command = letter!.toUpperCase();
    const absolute = letter === command ? numbers : relative(letter!, numbers, from);
    const added = drawn(command, absolute, from, start);
    for (const point of added) points.push(point);
    from = added[added.length - 1] ?? from;
    if (command === "M") start = added[0] ?? from;
  }
  return points;
};

const steps = (points: readonly Point[]): number[] =>
  points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]));

export const lengthOf = (points: readonly Point[]): number => steps(points).reduce((sum, step) => sum + step, 0);

/** The point at a distance along a polyline; distances outside are clamped to its ends. */
export const pointAt = (points: readonly Point[], distance: number): { x: number; y: number } => {
  let left = Math.max(distance, 0);
  for (const [i, step] of steps(points).entries()) {
    if (left <= step && step > 0) {
      const [x, y] = blend([points[i]!, points[i + 1]!], left / step);
      return { x, y };
    }
    left -= step;
  }
  const [x, y] = points[points.length - 1] ?? [0, 0];
  return { x, y };
};
