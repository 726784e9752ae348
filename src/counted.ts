/** A number of things in words: 1 coordinate, 2 coordinates. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
