import { expect, it } from "vitest";
import { contentOf } from "../../../src/symbolic/statements/corrections.js";
import { edits } from "../../../src/symbolic/statements/edits.js";
import { type Case, cases, succeeds } from "./replayed-paper.js";

const mutants = (of: Case): readonly Case[] => {
  const { content, withContent } = contentOf(of.equation);
  return [...edits(content, of.grounds.declarations)].map(({ term }) => ({ ...of, equation: withContent(term) }));
};

it.each(["3.a", "6.b", "6.c", "7", "22.a", "27.b", "27.d", "27.f", "28.b"])(
  "no change of (%s) is reached by its steps",
  { timeout: 60_000 },
  (id) => {
    const all = mutants(cases.find((each) => each.id === id)!);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((each) => succeeds(each))).toEqual([]);
  },
);
