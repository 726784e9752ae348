const greek =
  /^(alpha|beta|gamma|delta|epsilon|zeta|eta|theta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon|phi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega)$/;

/** A name as LaTeX: Greek words become letters, x_1 and x1 get a subscript, longer words stand upright. */
export const symbolTex = (name: string): string => {
  const parts = /^([A-Za-zα-ωΑ-Ω]+?)_?(\d+)$/.exec(name) ?? /^([^_]+)_(.+)$/.exec(name);
  if (parts) return `${symbolTex(parts[1])}_{${/^\d+$/.test(parts[2]) ? parts[2] : symbolTex(parts[2])}}`;
  if (greek.test(name)) return `\\${name}`;
  return [...name].length === 1 ? name : `\\mathrm{${name}}`;
};
