/** The step between ten to twenty contour lines, 1, 2 or 5 times a power of ten. */
export const evenStep = (span: number): number => {
  const rough = span / 20;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-9)) ?? 10);
};
