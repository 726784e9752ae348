/** What a misspelt word was meant to be. */

/** Number of letters to insert, delete or replace to turn `a` into `b`. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
};

/** The word that was most likely meant: one that begins so, or the one with the fewest wrong letters, `most` of them at the most. */
export const nearest = (word: string, words: readonly string[], most: number): string | undefined => {
  const ranked = words.map((known) => ({ known, d: known.startsWith(word) ? 0.5 : distance(word, known) }));
  const best = ranked.sort((a, b) => a.d - b.d)[0];
  return best && best.d <= most ? best.known : undefined;
};

/** ` Did you mean install?`, or nothing. */
export const didYouMean = (word: string, words: readonly string[]): string => {
  const meant = nearest(word, words, Math.max(2, word.length / 3));
  return meant === undefined ? "" : ` Did you mean ${meant}?`;
};
