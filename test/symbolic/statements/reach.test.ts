import { describe, expect, it } from "vitest";
import { groundsOf } from "../../../src/symbolic/statements/assumptions.js";
import type { Paper } from "../../../src/symbolic/statements/paper.js";
import { placed } from "../../../src/symbolic/statements/reach.js";
import type { Statement } from "../../../src/symbolic/statements/statement.js";
import { number, symbol } from "../../../src/symbolic/terms/build.js";

const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  id,
  kind: "identity",
  printed: "a = b",
  from: [],
  ...more,
});
const paper = (...statements: readonly Statement[]): Paper => ({
  key: "x",
  title: "",
  sections: [{ title: "", declarations: new Map(), statements }],
});
const belief = (id: string) => ({ left: symbol(id), right: number(1) });

describe("lemmas", () => {
  it("are grounds of a replay, as what they are", () => {
    const lemma = statement("2", { kind: "definition", from: ["3"] });
    const all = placed(paper(statement("1", { from: ["3"], lemmas: ["2"] }), lemma, statement("3")));
    const grounds = groundsOf("1", all, belief);
    expect([...grounds.equations.keys()]).toEqual(["3", "2"]);
    expect([...grounds.definitions]).toEqual(["2"]);
  });

  it("may not rest on a definition that is judged by what they prove", () => {
    const judged = statement("1", { kind: "definition", serves: ["2"] });
    const all = paper(judged, statement("2", { lemmas: ["3"] }), statement("3", { from: ["1"] }));
    expect(() => placed(all)).toThrow("(1) is judged by (2)");
  });

  it("must stand in the paper", () => {
    expect(() => placed(paper(statement("1", { lemmas: ["2"] })))).toThrow("(1) rests on (2)");
  });

  it.each([
    [{ from: ["1"] }, {}],
    [{ from: ["3"] }, { lemmas: ["1"] }],
    [{ lemmas: ["3"] }, { from: ["1"] }],
  ])("may not rest on what they prove: %j %j", (second, third) => {
    const all = paper(statement("1", { lemmas: ["2"] }), statement("2", second), statement("3", third));
    expect(() => placed(all)).toThrow(/\([123]\) rests on itself/u);
  });

  it("two statements may not rest on each other", () => {
    const all = paper(statement("1", { from: ["2"] }), statement("2", { from: ["1"] }));
    expect(() => placed(all)).toThrow("(1) rests on itself");
  });
});
