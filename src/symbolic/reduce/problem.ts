/** What is slow, in the words of a cell: formulas are texts in the notation. */
export interface Problem {
  /**
   * The slow variables. "R" and "P" are centre of mass and momentum of a nanoparticle, "R_1", "P_1", "R_2" … those of several
   * equal components. Any other is a coordinate that has a motion, "φ", or comes with its formula, { name: "E", formula: "p^2/(2 m) + U" }.
   */
  readonly slow: readonly (string | { readonly name: string; readonly formula: string })[];
  /** The masses of the slow bodies in ε and a mass of order one: { R: "m/epsilon" }, which is meant when nothing is said. */
  readonly mass?: Readonly<Record<string, string>>;
  /**
   * How large things are, as powers of ε: { P: "-1/2", R: "-1/2", force: "1/2" }; what is not named is of order one. A slow variable
   * of order −k is scaled by ε^k, R to Φ and P to Π. "force" is the net force f of a body.
   */
  readonly order?: Readonly<Record<string, number | string>>;
  /** Ẋ of coordinates: { φ: "ℓ/I", ℓ: "τ" }. Positions and momenta of atoms, r_i and p_i, move by Newton's equations unless told. */
  readonly motion?: Readonly<Record<string, string>>;
  /** Coordinates that change sign when time runs backwards, beside the momenta of atoms: ["ℓ"]. */
  readonly odd?: readonly string[];
  /** Names that do not move: ["I"], or ["u_i"] with one for each atom. */
  readonly constants?: readonly string[];
  /** Phase functions that change on the time of the atoms and are not known further: ["τ"], or ["K_i"] with one for each atom. */
  readonly fast?: readonly string[];
  /** Which of the names are vectors: ["K_i"]. */
  readonly vectors?: readonly string[];
  /** Phase functions to be called by a name where they turn up, { J: "Σ_i θ_i p_i" }, and what constants are sums of, { M: "Σ_i m_i u_i^2" }. */
  readonly names?: Readonly<Record<string, string>>;
}
