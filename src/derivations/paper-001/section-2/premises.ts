/** The ensemble and its energy: what every thermal average rests on. */
export const energy = ["6", "6.a", "10", "12.a", "16.a", "17.a", "18", "19"];

/** The same with the Gibbs hypothesis. */
export const gibbs = ["2", "12", "20", ...energy];
