import { describe, expect, it } from "vitest";
import { section2 as names } from "../../../src/derivations/paper-001/declarations.js";
import { conservationLaw } from "../../../src/derivations/paper-001/section-2.js";
import { liouville } from "../../../src/symbolic/liouville/index.js";
import { parse, parseEquation } from "../../../src/symbolic/notation/index.js";
import { sameAs } from "../../../src/symbolic/rules/index.js";
import { apply, plus, times } from "../../../src/symbolic/terms/build.js";
import type { Term } from "../../../src/symbolic/terms/term.js";
import { caught } from "../../oracles/caught.js";

const { L, L0, L1, epsilon, rho } = liouville({ nanoparticle: "N*", host: "N - N*" });

interface Atoms {
  readonly m: readonly number[];
  readonly θ: readonly number[];
  readonly r: readonly number[];
  readonly p: readonly number[];
  readonly F: readonly number[];
}
const chain: Atoms = {
  m: [0.7, 1.3, 2.1],
  θ: [1, 1, 0],
  r: [0.2, -0.5, 0.9],
  p: [0.4, 1.1, -0.6],
  F: [-0.3, 0.8, 0.25],
};

/** The value of a phase function of three atoms on a line. */
const worth = (of: Term, atoms: Atoms, at = 0): number => {
  const part = (each: Term) => worth(each, atoms, at);
  const product = () => of.parts.reduce((all, each) => all * part(each), 1);
  if (of.head === "number") return Number(of.value);
  if (of.head === "symbol" && of.name === "P") return atoms.p.reduce((sum, p, i) => sum + p * atoms.θ[i]!, 0);
  if (of.head === "symbol" && of.name === "m" && !of.subscripts)
    return atoms.m.reduce((sum, m, i) => sum + m * atoms.θ[i]!, 0);
  if (of.head === "symbol") return atoms[of.name as keyof Atoms][at]!;
  if (of.head === "plus") return of.parts.reduce((sum, each) => sum + part(each), 0);
  if (of.head === "power") return part(of.parts[0]!) ** part(of.parts[1]!);
  if (of.head === "exp") return Math.exp(part(of.parts[0]!));
  if (of.head === "atoms") return atoms.m.reduce((sum, _, i) => sum + worth(of.parts[0]!, atoms, i), 0);
  return product();
};
const moved = (h: number): Atoms => ({
  ...chain,
  r: chain.r.map((r, i) => r + (h * chain.p[i]!) / chain.m[i]!),
  p: chain.p.map((p, i) => p + h * chain.F[i]!),
});

describe("the operators", () => {
  it("are those of the paper", () => {
    const whole = parseEquation(conservationLaw.find(({ id }) => id === "4.a")!.printed, names).right;
    expect(sameAs(L.apply(rho).right, apply(whole, parse("ρ", names)), names)).toBe(true);
    expect(L.apply(rho).text).toBe("𝓛 ρ = −Σ_i (p_i/m_i · ∂ρ/∂r_i + F_i · ∂ρ/∂p_i)");
  });
  it("split: 𝓛 along R*(Γ) is 𝓛₀ + ε𝓛₁ at constant R", () => {
    const split = plus(L0.apply(rho).right, times(epsilon.term, L1.apply(rho).right));
    const printed = parse("−Σ_i (p_i/m_i · ∂ρ/∂r_i + F_i · ∂ρ/∂p_i) − ε P/m̂ · ∂ρ/∂R", names);
    expect(sameAs(split, printed, names)).toBe(true);
    expect(epsilon.text).toBe("ε = m̂/m");
  });
  it("act again on what they made, with indices of their own", () => {
    expect(L.apply(L.apply(rho)).text).toContain("Σ_j (p_j/m_j · ∂/∂r_j (−Σ_i");
  });
});

describe("phase functions", () => {
  it.each(["Σ_i p_i^2/(2 m_i)", "Σ_i θ_i m_i r_i · p_i", "Σ_i θ_i p_i", "(Σ_i r_i^2)^2 exp(−Σ_i p_i^2)"])(
    "𝓛(%s) is minus its rate of change",
    (text) => {
      const { left, right } = L.apply(text);
      const of = left.parts[1]!;
      const h = 1e-3;
      const at = (step: number) => worth(of, moved(step));
      const rate = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
      expect(worth(right, chain)).toBeCloseTo(-rate, 8);
    },
  );
  it("the centre of mass moves by 𝓛 and 𝓛₁, not by 𝓛₀", () => {
    expect(L.apply("R").text).toBe("𝓛 R = −1/m P");
    expect(L0.apply("R").text).toBe("𝓛_0 R = 0");
    expect(L1.apply("R").text).toBe("𝓛_1 R = −1/m̂ P");
  });
});

it("sums to the number of atoms that it is told", () => {
  const other = liouville({ nanoparticle: "M", host: "K" });
  expect(other.L.text).toContain("Σ_{i=1}^{");
  expect(caught(() => liouville({ nanoparticle: "M", host: "-M" })).message).toContain("no atoms");
});
