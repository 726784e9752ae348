import type { WrongCall } from "./wrong-call.js";

/** Mistakes in grids, operators and figures. */
export const ofOperators: Readonly<Record<string, readonly WrongCall[]>> = {
  Grids: [
    ["grids.interval(2, -2, 100)", "grid"],
    ["grids.interval(-2, 2, 2.5)", "parameter"],
    ["grids.interval(-2, Infinity, 10)", "parameter"],
    ['grids.interval(0, 1, 5, { ends: "open" })', "parameter"],
    ['grids.interval(0, 1, 5, { ends: ["periodic", "natural"] })', "grid"],
    ['grids.rectangle([0, 1, 5], [0, 1, 5], { ends: { p: "periodic" } })', "grid"],
    ["grids.box([])", "dimension"],
    ["grids.box([{ edges: [0, 1, 1, 2] }])", "grid"],
    ["grids.box([{ from: 0, to: 1, cells: 9, finer: (x) => x - 0.5 }])", "grid"],
  ],
  Operators: [
    ["operators.smoluchowski(well, { kT: 1, D: 0.5 }, grids.interval(-1, 2.2, 100))", "grid"],
    ["operators.smoluchowski(well, { kT: 1, D: 0 }, line)", "parameter"],
    ["operators.smoluchowski(surface, { kT: 1, D: 0.5 }, line)", "dimension"],
    ['operators.smoluchowski(potentials.expression("x^2 - log(x)"), { kT: 1, D: 0.5 }, line)', "parameter"],
    ['operators.smoluchowski(well, { kT: 1, D: 0.5, scheme: "upwind" }, line)', "parameter"],
    ['operators.smoluchowski(well, { kT: 1, D: "x" }, line)', "parameter"],
    ["smoluchowski.firstPassage(-1, 3)", "grid"],
    ['smoluchowski.committor("x < -1", "x > 5")', "grid"],
    ['smoluchowski.committor("x < 0", "x >= 0")', "grid"],
    ["smoluchowski.propagate(new Float64Array(5), 1)", "grid"],
    ["smoluchowski.propagate((x) => Math.exp(-x * x), -1)", "parameter"],
    ["operators.kleinKramers(system, bath, line)", "grid"],
    ["operators.kleinKramers(system, bath, grids.phase([-2, 2, 40], [-3, 3, 40]))", "grid"],
    ["operators.kleinKramers(system, bath, grids.phase([-2, 2, 40], [-6, 5, 40]))", "grid"],
    ['kleinKramers.committor("x < -1", "x > 1")', "undefined-quantity"],
    [
      "operators.kleinKramers(system, bath, grids.phase([-2.1, 2.1, 10], [-7.4, 7.4, 40])).spectrum(3)",
      "not-converged",
    ],
    [
      'operators.kleinKramers(system, { kT: 1, gamma: 0.2 }, grids.phase([-2.1, 2.1, 12], [-7.4, 7.4, 12]), { method: "finite-volume" }).committor("x < -1", "x > 1")',
      "not-converged",
    ],
    ["operators.markovChain([[0.8, 0.1], [0.5, 0.5]])", "parameter"],
    ["operators.markovChain([[1, 0], [0.4, 0.6]]).passageTimes(1)", "undefined-quantity"],
    ["operators.transitionStateRate(system, 1, { at: NaN })", "parameter"],
  ],
  "Schrödinger's equation": [
    ['operators.schroedinger(molecule, grids.interval(-20, 20, 512, { ends: "reflecting" }))', "grid"],
    ["operators.schroedinger(molecule, grids.rectangle([-20, 20, 64], [-1, 1, 8]))", "dimension"],
    ["wave.packet({ centre: [-18], momentum: [10], width: [0.7] })", "grid"],
    ["wave.packet({ centre: [-6], momentum: [60], width: [0.7] })", "grid"],
    ["wave.packet({ centre: [-6, 0], momentum: [10], width: [0.7] })", "dimension"],
    ["wave.packet({ centre: [-6], momentum: [10], width: [0.7], state: 2 })", "parameter"],
    ["wave.propagate(packet, { time: 4000, steps: 10 })", "parameter"],
    ["wave.propagate(packet, { time: 4000, steps: 2000, layer: 0.02 })", "grid"],
    ["operators.scattering(molecule, { momentum: 0 })", "parameter"],
    ["operators.scattering({ field: surface, mass: [1, 1] }, { momentum: 3 })", "dimension"],
    [
      'operators.scattering({ field: potentials.matrix([["0", "c*cos(x)"], ["c*cos(x)", "d"]], { c: 0.3, d: 0.2 }), mass: [2] }, { momentum: 3 })',
      "not-converged",
    ],
  ],
  Figures: [
    ["figures.compare([1, 2, 4], { few: [0.7, 0.3] })", "dimension"],
    ['figures.potential(potentials.expression("a^2 + b^2 + c^2 + d^2"))', "dimension"],
    ["figures.density(kleinKramers.equilibrium(), kleinKramers.equilibrium())", "dimension"],
    [
      'figures.committor(operators.smoluchowski(potentials.expression("x^2 + y^2 + z^2"), { kT: 1, D: 0.5 }, grids.box([[-4, 4, 12], [-4, 4, 12], [-4, 4, 12]])).committor("x < -1", "x > 1"))',
      "dimension",
    ],
  ],
};
