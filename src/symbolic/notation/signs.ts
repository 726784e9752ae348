import type { Declaration, Declarations } from "../terms/declarations.js";
import type { Term } from "../terms/term.js";
import { positions } from "../terms/walk.js";

const greek: Readonly<Record<string, string>> = {
  α: "alpha",
  β: "beta",
  γ: "gamma",
  δ: "delta",
  ε: "epsilon",
  ζ: "zeta",
  η: "eta",
  θ: "theta",
  κ: "kappa",
  λ: "lambda",
  μ: "mu",
  ν: "nu",
  ξ: "xi",
  π: "pi",
  ρ: "rho",
  σ: "sigma",
  τ: "tau",
  φ: "varphi",
  χ: "chi",
  ψ: "psi",
  ω: "omega",
  Γ: "Gamma",
  Δ: "Delta",
  Θ: "Theta",
  Λ: "Lambda",
  Ξ: "Xi",
  Π: "Pi",
  Σ: "Sigma",
  Φ: "Phi",
  Ψ: "Psi",
  Ω: "Omega",
  ℓ: "ell",
  𝓛: "mathcal{L}",
};
const accents: Readonly<Record<string, string>> = { "̂": "hat", "̃": "tilde", "̄": "bar", "̇": "dot" };

const letters = (text: string): string =>
  [...text].map((letter) => (letter in greek ? `\\${greek[letter]}` : letter)).join(" ");

const word = (text: string): string =>
  [...text].length > 1 && /^[A-Za-z]+$/.test(text) ? `\\mathrm{${text}}` : letters(text);

/** \hat m of m̂, \gamma_{1,2} of γ_(1,2), \theta^{(1)} of θ^(1). */
export const signOf = (name: string): string => {
  const [, stem = name, mark, label = ""] = /^(.*?)([_^])\((.*)\)$/u.exec(name.normalize("NFD")) ?? [];
  const accent = Object.keys(accents).find((each) => stem.includes(each));
  const bare = word(accent ? stem.replace(accent, "") : stem);
  const letter = accent ? `\\${accents[accent]}{${bare}}` : bare;
  if (!mark) return letter;
  return mark === "_" ? `${letter}_{${label.split(",").map(letters).join(",")}}` : `${letter}^{(${label})}`;
};

const declared = (name: string, rank: number): Declaration => ({
  role: "variable",
  rank,
  of: [],
  tex: signOf(name),
  spellings: [],
});

/** Every name of some terms with its sign in LaTeX. */
export const signsOf = (terms: readonly Term[]): Declarations =>
  new Map(
    terms
      .flatMap((of) => [...positions(of)].map(([, part]) => part))
      .flatMap(({ head, name, rank }) =>
        head === "symbol"
          ? [[name, declared(name, rank)] as const]
          : name === "Γ*"
            ? [["Γ", declared("Γ", 0)] as const]
            : [],
      ),
  );
