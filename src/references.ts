import { type Displayable, display } from "./display.js";
import { PhysicsError } from "./errors.js";

/** The works that the documentation cites by key. */
export const references = {
  "al-mohy-higham-2011":
    "A. H. Al-Mohy, N. J. Higham, Computing the action of the matrix exponential, with an application to exponential integrators, SIAM J. Sci. Comput. 33 (2011) 488",
  "bennett-1977":
    "C. H. Bennett, Molecular dynamics and transition state theory: the simulation of infrequent events, in Algorithms for Chemical Computations, ACS Symposium Series 46 (1977) 63",
  "blackman-vigna-2021":
    "D. Blackman, S. Vigna, Scrambled linear pseudorandom number generators, ACM Trans. Math. Softw. 47 (2021) 36",
  "bluestein-1970":
    "L. I. Bluestein, A linear filtering approach to the computation of discrete Fourier transform, IEEE Trans. Audio Electroacoust. 18 (1970) 451",
  "box-muller-1958":
    "G. E. P. Box, M. E. Muller, A note on the generation of random normal deviates, Ann. Math. Stat. 29 (1958) 610",
  "chandler-1978":
    "D. Chandler, Statistical mechanics of isomerization dynamics in liquids and the transition state approximation, J. Chem. Phys. 68 (1978) 2959",
  "chang-cooper-1970":
    "J. S. Chang, G. Cooper, A practical difference scheme for Fokker–Planck equations, J. Comput. Phys. 6 (1970) 1",
  "cheng-knorr-1976":
    "C. Z. Cheng, G. Knorr, The integration of the Vlasov equation in configuration space, J. Comput. Phys. 22 (1976) 330",
  "colella-woodward-1984":
    "P. Colella, P. R. Woodward, The piecewise parabolic method (PPM) for gas-dynamical simulations, J. Comput. Phys. 54 (1984) 174",
  "duane-1987": "S. Duane, A. D. Kennedy, B. J. Pendleton, D. Roweth, Hybrid Monte Carlo, Phys. Lett. B 195 (1987) 216",
  "duff-reid-1983":
    "I. S. Duff, J. K. Reid, The multifrontal solution of indefinite sparse symmetric linear equations, ACM Trans. Math. Softw. 9 (1983) 302",
  "e-ren-vanden-eijnden-2007":
    "W. E, W. Ren, E. Vanden-Eijnden, Simplified and improved string method for computing the minimum energy paths in barrier-crossing events, J. Chem. Phys. 126 (2007) 164103",
  "e-vanden-eijnden-2006":
    "W. E, E. Vanden-Eijnden, Towards a theory of transition paths, J. Stat. Phys. 123 (2006) 503",
  "efron-1979": "B. Efron, Bootstrap methods: another look at the jackknife, Ann. Stat. 7 (1979) 1",
  "eyring-1935": "H. Eyring, The activated complex in chemical reactions, J. Chem. Phys. 3 (1935) 107",
  "fehrenbach-mirebeau-2014":
    "J. Fehrenbach, J.-M. Mirebeau, Sparse non-negative stencils for anisotropic diffusion, J. Math. Imaging Vis. 49 (2014) 123",
  "feit-fleck-steiger-1982":
    "M. D. Feit, J. A. Fleck, A. Steiger, Solution of the Schrödinger equation by a spectral method, J. Comput. Phys. 47 (1982) 412",
  "fernando-parlett-1994":
    "K. V. Fernando, B. N. Parlett, Accurate singular values and differential qd algorithms, Numer. Math. 67 (1994) 191",
  "flyvbjerg-petersen-1989":
    "H. Flyvbjerg, H. G. Petersen, Error estimates on averages of correlated data, J. Chem. Phys. 91 (1989) 461",
  "ford-kac-mazur-1965":
    "G. W. Ford, M. Kac, P. Mazur, Statistical mechanics of assemblies of coupled oscillators, J. Math. Phys. 6 (1965) 504",
  "francis-1961": "J. G. F. Francis, The QR transformation, Comput. J. 4 (1961) 265",
  "gelman-rubin-1992":
    "A. Gelman, D. B. Rubin, Inference from iterative simulation using multiple sequences, Stat. Sci. 7 (1992) 457",
  "george-1973": "A. George, Nested dissection of a regular finite element mesh, SIAM J. Numer. Anal. 10 (1973) 345",
  "gilbert-peierls-1988":
    "J. R. Gilbert, T. Peierls, Sparse partial pivoting in time proportional to arithmetic operations, SIAM J. Sci. Stat. Comput. 9 (1988) 862",
  "granucci-persico-2007":
    "G. Granucci, M. Persico, Critical appraisal of the fewest switches algorithm for surface hopping, J. Chem. Phys. 126 (2007) 134114",
  "grassmann-taksar-heyman-1985":
    "W. K. Grassmann, M. I. Taksar, D. P. Heyman, Regenerative analysis and steady state distributions for Markov chains, Oper. Res. 33 (1985) 1107",
  "hanggi-talkner-borkovec-1990":
    "P. Hänggi, P. Talkner, M. Borkovec, Reaction-rate theory: fifty years after Kramers, Rev. Mod. Phys. 62 (1990) 251",
  "higham-2005":
    "N. J. Higham, The scaling and squaring method for the matrix exponential revisited, SIAM J. Matrix Anal. Appl. 26 (2005) 1179",
  "horowitz-1991": "A. M. Horowitz, A generalized guided Monte Carlo algorithm, Phys. Lett. B 268 (1991) 247",
  "johnson-1978":
    "B. R. Johnson, The renormalized Numerov method applied to calculating bound states of the coupled-channel Schroedinger equation, J. Chem. Phys. 69 (1978) 4678",
  "jonsson-2018":
    "M. Jonsson, Standard error estimation by an automated blocking method, Phys. Rev. E 98 (2018) 043304",
  "kieninger-keller-2022":
    "S. Kieninger, B. G. Keller, GROMACS stochastic dynamics and BAOAB are equivalent configurational sampling algorithms, J. Chem. Theory Comput. 18 (2022) 5792",
  "kloeden-platen-1992":
    "P. E. Kloeden, E. Platen, Numerical Solution of Stochastic Differential Equations, Springer (1992)",
  "koeppel-domcke-cederbaum-1984":
    "H. Köppel, W. Domcke, L. S. Cederbaum, Multimode molecular dynamics beyond the Born–Oppenheimer approximation, Adv. Chem. Phys. 57 (1984) 59",
  "kramers-1940":
    "H. A. Kramers, Brownian motion in a field of force and the diffusion model of chemical reactions, Physica 7 (1940) 284",
  "lanczos-1950":
    "C. Lanczos, An iteration method for the solution of the eigenvalue problem of linear differential and integral operators, J. Res. Natl. Bur. Stand. 45 (1950) 255",
  "landau-lifshitz-1976": "L. D. Landau, E. M. Lifshitz, Mechanics, 3rd edition, Butterworth-Heinemann (1976)",
  "leggett-1987": "A. J. Leggett et al., Dynamics of the dissipative two-state system, Rev. Mod. Phys. 59 (1987) 1",
  "leimkuhler-matthews-2013":
    "B. Leimkuhler, C. Matthews, Rational construction of stochastic numerical methods for molecular sampling, Appl. Math. Res. Express 2013 (2013) 34",
  "lennard-jones-1931": "J. E. Lennard-Jones, Cohesion, Proc. Phys. Soc. 43 (1931) 461",
  "lie-fackeldey-weber-2013":
    "H. C. Lie, K. Fackeldey, M. Weber, A square root approximation of transition rates for a Markov state model, SIAM J. Matrix Anal. Appl. 34 (2013) 738",
  "marsaglia-tsang-2000":
    "G. Marsaglia, W. W. Tsang, The ziggurat method for generating random variables, J. Stat. Softw. 5 (2000) 8",
  "maruyama-1955":
    "G. Maruyama, Continuous Markov processes and stochastic equations, Rend. Circ. Mat. Palermo 4 (1955) 48",
  "melnikov-meshkov-1986":
    "V. I. Mel'nikov, S. V. Meshkov, Theory of activated rate processes: exact solution of the Kramers problem, J. Chem. Phys. 85 (1986) 1018",
  "metzner-schuette-vanden-eijnden-2006":
    "P. Metzner, C. Schütte, E. Vanden-Eijnden, Illustration of transition path theory on a collection of simple examples, J. Chem. Phys. 125 (2006) 084110",
  "metzner-schuette-vanden-eijnden-2009":
    "P. Metzner, C. Schütte, E. Vanden-Eijnden, Transition path theory for Markov jump processes, Multiscale Model. Simul. 7 (2009) 1192",
  "moret-novati-2004":
    "I. Moret, P. Novati, RD-rational approximations of the matrix exponential, BIT Numer. Math. 44 (2004) 595",
  "morse-1929":
    "P. M. Morse, Diatomic molecules according to the wave mechanics. II. Vibrational levels, Phys. Rev. 34 (1929) 57",
  "mueller-brown-1979":
    "K. Müller, L. D. Brown, Location of saddle points and minimum energy paths by a constrained simplex optimization procedure, Theor. Chim. Acta 53 (1979) 75",
  "parlett-saad-1987":
    "B. N. Parlett, Y. Saad, Complex shift and invert strategies for real matrices, Linear Algebra Appl. 88/89 (1987) 575",
  "prinz-2011":
    "J.-H. Prinz et al., Markov models of molecular kinetics: generation and validation, J. Chem. Phys. 134 (2011) 174105",
  "risken-1989": "H. Risken, The Fokker–Planck Equation, 2nd edition, Springer (1989)",
  "roberts-tweedie-1996":
    "G. O. Roberts, R. L. Tweedie, Exponential convergence of Langevin distributions and their discrete approximations, Bernoulli 2 (1996) 341",
  "rubin-1960":
    "R. J. Rubin, Statistical dynamics of simple cubic lattices. Model for the study of Brownian motion, J. Math. Phys. 1 (1960) 309",
  "scharfetter-gummel-1969":
    "D. L. Scharfetter, H. K. Gummel, Large-signal analysis of a silicon Read diode oscillator, IEEE Trans. Electron Devices 16 (1969) 64",
  "selling-1874": "E. Selling, Über die binären und ternären quadratischen Formen, J. Reine Angew. Math. 77 (1874) 143",
  "sivak-chodera-crooks-2013":
    "D. A. Sivak, J. D. Chodera, G. E. Crooks, Using nonequilibrium fluctuation theorems to understand and correct errors in equilibrium and nonequilibrium simulations of discrete Langevin dynamics, Phys. Rev. X 3 (2013) 011007",
  "shirts-chodera-2008":
    "M. R. Shirts, J. D. Chodera, Statistically optimal analysis of samples from multiple equilibrium states, J. Chem. Phys. 129 (2008) 124105",
  "sokal-1997":
    "A. Sokal, Monte Carlo methods in statistical mechanics: foundations and new algorithms, in Functional Integration, Plenum (1997) 131",
  "stewart-2002":
    "G. W. Stewart, A Krylov–Schur algorithm for large eigenproblems, SIAM J. Matrix Anal. Appl. 23 (2002) 601",
  "strang-1968":
    "G. Strang, On the construction and comparison of difference schemes, SIAM J. Numer. Anal. 5 (1968) 506",
  "suzuki-1990":
    "M. Suzuki, Fractal decomposition of exponential operators with applications to many-body theories and Monte Carlo simulations, Phys. Lett. A 146 (1990) 319",
  "torrie-valleau-1977":
    "G. M. Torrie, J. P. Valleau, Nonphysical sampling distributions in Monte Carlo free-energy estimation: umbrella sampling, J. Comput. Phys. 23 (1977) 187",
  "trefethen-weideman-schmelzer-2006":
    "L. N. Trefethen, J. A. C. Weideman, T. Schmelzer, Talbot quadratures and rational approximations, BIT Numer. Math. 46 (2006) 653",
  "tully-1990": "J. C. Tully, Molecular dynamics with electronic transitions, J. Chem. Phys. 93 (1990) 1061",
  "van-den-eshof-hochbruck-2006":
    "J. van den Eshof, M. Hochbruck, Preconditioning Lanczos approximations to the matrix exponential, SIAM J. Sci. Comput. 27 (2006) 1438",
  "verlet-1967":
    "L. Verlet, Computer experiments on classical fluids. I. Thermodynamical properties of Lennard-Jones molecules, Phys. Rev. 159 (1967) 98",
  "zener-1932": "C. Zener, Non-adiabatic crossing of energy levels, Proc. R. Soc. Lond. A 137 (1932) 696",
  "zhang-shu-2010":
    "X. Zhang, C.-W. Shu, On maximum-principle-satisfying high order schemes for scalar conservation laws, J. Comput. Phys. 229 (2010) 3091",
  "zwanzig-1973": "R. Zwanzig, Nonlinear generalized Langevin equations, J. Stat. Phys. 9 (1973) 215",
} as const;

export type ReferenceKey = keyof typeof references;

/** The works whose methods were called in this process, in the order of their first use. */
const used = new Set<ReferenceKey>();

/** Notes that a method of these works has been used. */
export const cited = (...keys: readonly ReferenceKey[]): void => {
  for (const key of keys) used.add(key);
};

const list = (keys: readonly ReferenceKey[]): Displayable & { readonly keys: readonly ReferenceKey[] } => ({
  keys,
  [display]: () => ({
    "text/markdown": keys.map((key) => `* ${references[key]}. \`${key}\``).join("\n"),
    "text/plain": keys.map((key) => `[${key}] ${references[key]}.`).join("\n"),
  }),
});

/** The works with these keys; without keys, those whose methods this session has used so far. @throws PhysicsError "unknown-key" */
export const cite = (...keys: readonly ReferenceKey[]): Displayable & { readonly keys: readonly ReferenceKey[] } => {
  const unknown = keys.find((key) => !(key in references));
  if (unknown !== undefined)
    throw new PhysicsError("unknown-key", {
      what: `There is no reference "${unknown}"`,
      expected: `one of ${Object.keys(references).join(", ")}`,
      remedy: "Call cite() without keys to list what this session has used",
    });
  return list(keys.length > 0 ? keys : [...used]);
};
