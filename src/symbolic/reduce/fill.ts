import { PhysicsError } from "../../errors.js";
import { type Estimate, estimate, type ShownEstimate } from "../../estimate/estimate.js";
import { propagate } from "../../estimate/propagate.js";
import { brownian } from "../../dynamics/overdamped/brownian.js";
import { langevin } from "../../dynamics/splitting/langevin.js";
import type { Grid } from "../../grids/grid.js";
import { kleinKramers } from "../../operators/phase-space/klein-kramers.js";
import { smoluchowski } from "../../operators/diffusion/smoluchowski.js";
import type { Potential } from "../../potentials/potential.js";
