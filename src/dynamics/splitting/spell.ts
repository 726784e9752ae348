import { PhysicsError } from "../../errors.js";

/** A word with F put in wherever a kick would use an old force. A step begins with the force that the one before left behind. */
export const spell = (word: string): string => {
  if (!/^[ABO]+$/.test(word) || !word.includes("A") || !word.includes("B"))
    throw new PhysicsError("parameter", {
      what: `"${word}" is not a splitting word`,
      expected: "letters A (drift), B (kick) and O (bath), with an A and a B at least",
      remedy: 'Try "BAOAB"',
    });
  let stale = word.lastIndexOf("A") > word.lastIndexOf("B");
  return [...word]
    .map((letter) => {
      const refresh = letter === "B" && stale;
      stale = letter === "A" || (stale && !refresh);
      return refresh ? "FB" : letter;
    })
    .join("");
};

/** The time that each letter of a word takes: dt over how often it stands there. */
export const share = (word: string, letter: string, dt: number): number =>
  dt / ([...word].filter((l) => l === letter).length || 1);
