import type { Element } from "./element.js";
import { identity, setTo, substitute } from "./substitute.js";
import type { System } from "./system.js";

/** With the slow variables replaced by their phase functions. */
export const onManifold = (of: Element, { n, slow }: System): Element => {
  const map = identity(n);
  for (const { at, forms } of slow.values())
    setTo(
      map,
      n,
      at,
      forms.map((form) => ({ form, shift: 0 })),
    );
  return substitute(of, map);
};
