import { counted } from "../counted.js";
import type { Certificate } from "../symbolic/statements/statement.js";

/** "evaluated on 3 systems, residual 2e-15", or "replayed in 4 steps". */
export const certificateText = ({ method, instances, residual }: Certificate): string =>
  method === "evaluated"
    ? `evaluated on ${counted(instances, "system")}, residual ${residual.toExponential(0)}`
    : `replayed in ${counted(instances, "step")}`;
