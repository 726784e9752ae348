/** What `import * as tslab from "tslab"` gives in a cell: tslab's public interface, by this kernel's own means. */

import { host } from "../runtime/host.js";
import { type Display, display as displayTo, rewritable } from "./display.js";
import type { Publish } from "./publisher.js";

export type { Display } from "./display.js";
export { type Versions, versions } from "./versions.js";

/** The host is asked for at each call, so that importing works anywhere. */
const publish: Publish = (type, content) => host().publish(type, content);

/** Shows rich contents, each call in an output of its own. */
export const display: Display = displayTo(publish);

/** A display whose calls overwrite one output. */
export const newDisplay = (): Display => rewritable(publish);
