/** The logo: a double well with its equilibrium density, a particle on the barrier. Jupyter shows it in its launcher. */

const well = "M10 12 C14 52 20 54 24 50 C28 46 29 33 32 33 C35 33 36 46 40 50 C44 54 50 52 54 12";
const density = "M8 54 C16 54 17 26 22 26 C27 26 28 50 32 50 C36 50 37 26 42 26 C47 26 48 54 56 54 Z";

export const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="12" fill="#16324f"/>
  <path d="${density}" fill="#3f88c5" opacity="0.75"/>
  <path d="${well}" fill="none" stroke="#f6f7eb" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>
  <circle cx="32" cy="26" r="5.5" fill="#f2a541"/>
</svg>
`;

/** The logo as PNG, `size` pixels wide. */
export const logoPng = async (size: number): Promise<Uint8Array> => {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(logo, { fitTo: { mode: "width", value: size } }).render().asPng();
};
