import type { Statement } from "../../symbolic/statements/statement.js";
import { momentum } from "./appendix/momentum.js";
import { position } from "./appendix/position.js";

/** The appendix as printed: the derivatives of ρ̂ by Φ and by Π. */
export const appendix: readonly Statement[] = [...position, ...momentum];
