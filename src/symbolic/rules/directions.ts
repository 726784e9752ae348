import type { Grounds } from "../statements/interpreters.js";

/** How many directions space has, as a hypothesis says in words: "space has 3 directions". */
export const directionsOf = (id: string | undefined, { words }: Grounds): number | undefined => {
  const said = /(\d+) directions/.exec(words.get(id ?? "") ?? "");
  return said ? Number(said[1]) : undefined;
};
