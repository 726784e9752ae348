/** What the wrong calls share, as text: all of it is right. */
export const prelude = `const { potentials, dynamics, ensembles, sampling, estimate, operators, grids, figures, random, symbolic, systems } = liouville;
const well = potentials.doubleWell({ h: 4 });
const spring = potentials.harmonic({ k: 2 });
const surface = potentials.muellerBrown();
const argon = potentials.lennardJones({ epsilon: 1.2, sigma: 0.9, cutoff: 3 });
const system = { potential: well, mass: [1.5] };
const bath = { kT: 1, gamma: 2 };
const oscillators = systems.harmonicBath({ frequencies: [1.3, 2.6], couplings: [0.1, 0.2], light: 1 });
const molecule = { field: potentials.tully(1), mass: [2000] };
const langevin = dynamics.langevin(system, bath, 0.02);
const brownian = dynamics.brownian({ potential: well }, { kT: 1, D: 0.5 }, 0.002);
const line = grids.interval(-2.2, 2.2, 200);
const plane = grids.phase([-2.1, 2.1, 48], [-7.4, 7.4, 48]);
const wave = operators.schroedinger(molecule, grids.interval(-20, 20, 512, { ends: "absorbing" }));
const packet = wave.packet({ centre: [-6], momentum: [10], width: [0.7] });
const smoluchowski = operators.smoluchowski(well, { kT: 1, D: 0.5 }, line);
const kleinKramers = operators.kleinKramers(system, bath, plane);
const run = { trajectories: 100, steps: 1000, seed: "a seed", observe: { x: "x" } };`;
