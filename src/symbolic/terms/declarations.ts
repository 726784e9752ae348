/**
 * What a name stands for:
 * - `constant`: β, m̂, ε, m, N: a number of the system;
 * - `variable`: t, t₀, s, k, R as the argument of W: free or bound, differentiated by;
 * - `place`: x, y: a variable whose integral without ends goes over all of its space;
 * - `slow`: a slow variable X, which unstarred is an argument of W and starred the phase function X*(Γ);
 * - `atom`: a quantity of atom i, always with a subscript: mᵢ, θᵢ, and the coordinates rᵢ, pᵢ of Γ;
 * - `phase`: a phase function, a function of Γ (and of what it depends on beside): P, H, V, f;
 * - `function`: a function of the names under `of`: W(R, t), ρ(Γ, t), Q(β, R);
 * - `operator`: 𝓛, 𝓛₀, Λₙ.
 */
export type Role = "constant" | "variable" | "place" | "slow" | "atom" | "phase" | "function" | "operator";

/** A declared name. */
export interface Declaration {
  readonly role: Role;
  /** 0 scalar, 1 vector, 2 tensor; of operators, what they add to the rank. */
  readonly rank: number;
  /** The names it depends on, in the order of its arguments; "Γ" is all of phase space, "Γr" the positions; of an operator what it differentiates by. */
  readonly of: readonly string[];
  /** Of a number of the system or of an atom: that it is larger than 0, as masses and β are. */
  readonly positive?: true;
  /** Names that it does not depend on although `of` seems to say so: t₀ where t stands for the slow times t₁, t₂, … */
  readonly except?: readonly string[];
  readonly tex: string;
  /** Other spellings, ASCII first: "eps", "rhohat". */
  readonly spellings: readonly string[];
}

/** The names of a paper or a section, as an author or a reader in a cell may write them. */
export type Declarations = ReadonlyMap<string, Declaration>;
