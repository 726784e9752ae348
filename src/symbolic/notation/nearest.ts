/** How many letters must change, come or go to turn one word into the other. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (letter === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
};

/** The three words nearest to a word. */
export const nearest = (words: readonly string[], word: string): readonly string[] =>
  words
    .map((other) => [distance(other, word), other] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, 3)
    .map(([, other]) => other);
