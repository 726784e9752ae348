/** Handles that a cell may end with, though they are nothing to look at. */

import { display } from "./view.js";

/** The same value; as the last expression of a cell it shows an empty text instead of its members. */
export const quiet = <T extends object>(value: T): T =>
  Object.defineProperty(value, display, { value: () => ({ "text/plain": "" }) });
