import { describe, expect, it } from "vitest";
import { interpreters } from "../../../src/derivations/interpreters.js";
import { section3 } from "../../../src/derivations/paper-001/declarations.js";
import { paper } from "../../../src/derivations/paper-001/paper.js";
import { stream } from "../../../src/random/index.js";
import { sameAs } from "../../../src/symbolic/rules/index.js";
import { examine } from "../../../src/symbolic/statements/examine.js";
import type { Paper } from "../../../src/symbolic/statements/paper.js";

const examined = (of: Paper, seed: string) => examine(of, interpreters, { stream: stream(seed), instances: 3 });

/** The paper with one print changed. */
const altered = (id: string, change: (printed: string) => string): Paper => ({
  ...paper,
  sections: paper.sections.map((section) => ({
    ...section,
    statements: section.statements.map((each) => (each.id === id ? { ...each, printed: change(each.printed) } : each)),
  })),
});

describe("the ledger of the first paper", () => {
  const { ids, finding } = examined(paper, "the ledger");

  it("has every numbered equation", () => {
    for (let number = 1; number <= 58; number++) expect(ids).toContain(String(number));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("holds the main line of both sections, from the conservation laws to the two equations", {
    timeout: 120_000,
  }, () => {
    for (const id of [
      "7",
      "9",
      "22",
      "22.a",
      "24",
      "25",
      "27.d",
      "29",
      "36",
      "38",
      "50",
      "52",
      "54.d",
      "56",
      "57",
      "58.a",
    ]) {
      const { verdict, certificates } = finding(id);
      expect([id, verdict]).toEqual([id, ["24", "29", "56"].includes(id) ? "limit" : "holds"]);
      expect(certificates[0]!.residual).toBeLessThan(1e-10);
    }
  });

  it.each([
    ["8", "the sign of a term"],
    ["37", "the sign of a term"],
    ["16.a", "a term outside of the sum over atoms"],
    ["44.c", "a term outside of the sum over atoms"],
    ["23.b", "the sign of an exponent"],
    ["23.e", "a factor more"],
    ["28", "an outer product for a dot"],
    ["55", "outer products for all dots"],
    ["54.i", "arguments as declared"],
    ["56.h", "a factor more"],
    ["57.c", "a number as a factor"],
  ])("finds the misprint of (%s): %s", { timeout: 60_000 }, (id, what) => {
    const { verdict, corrections } = finding(id);
    expect(verdict).toBe("misprint");
    expect(corrections[0]!.what).toBe(what);
  });
});

describe("no verdict is written by hand", () => {
  it.each([
    ["22.a", (printed: string) => printed.replace("β", "−β")],
    ["36", (printed: string) => printed.replace("−ε ∂/∂Π", "+ ε ∂/∂Π").replace("− ε ∂/∂Π", "+ ε ∂/∂Π")],
    ["58", (printed: string) => printed.replace("exp(β", "exp(−β")],
  ])(
    "a sign turned in the print of (%s) makes it a misprint, which is corrected back",
    { timeout: 60_000 },
    (id, change) => {
      const before = examined(paper, "by hand").finding(id);
      const after = examined(altered(id, change), "by hand").finding(id);
      expect([before.verdict, after.verdict]).toEqual(["holds", "misprint"]);
      expect(after.corrections.length).toBeGreaterThan(0);
    },
  );

  it("a second fault in a misprint is found with the first", { timeout: 60_000 }, () => {
    const worse = altered("37", (printed) => printed.replace("− ε f", "+ ε f"));
    const { verdict, corrections } = examined(worse, "by hand").finding("37");
    expect(verdict).toBe("misprint");
    expect(corrections.map(({ what }) => what)).toEqual(["the sign of a term, and the sign of a term"]);
    const once = examined(paper, "by hand").finding("37").believed!;
    expect(sameAs(corrections[0]!.equation.right, once.right, section3)).toBe(true);
  });

  it("a misprint that is mended in the print holds", { timeout: 60_000 }, () => {
    const mended = altered("8", (printed) => printed.replace("−L0", "L0"));
    expect(examined(mended, "by hand").finding("8").verdict).toBe("holds");
  });
});
