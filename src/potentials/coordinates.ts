/** The usual names of `dim` coordinates: x, y, z, and x1, x2, … where there are more than three. */
export const coordinates = (dim: number): string[] =>
  dim <= 3 ? ["x", "y", "z"].slice(0, dim) : Array.from({ length: dim }, (_, i) => `x${i + 1}`);

/** What a coordinate adds to the name of a parameter: x for x, 4 for x4. */
export const suffix = (coordinate: string): string => coordinate.replace(/^x(?=\d)/, "");
