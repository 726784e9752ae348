import type { MimeBundle } from "../../display.js";
import { PhysicsError } from "../../errors.js";
import { type DerivationForm, derivationMime } from "./form.js";
import { htmlColumn } from "./html.js";
import { latexColumn } from "./latex.js";
import { plainColumn } from "./plain.js";

const refuseRepeated = (ids: readonly string[]): void => {
  const repeated = ids.find((id, k) => ids.indexOf(id) !== k);
  if (repeated === undefined) return;
  throw new PhysicsError("parameter", {
    what: `Two steps of the derivation are called "${repeated}"`,
    expected: "each id once, since other steps refer to it",
    remedy: "Give one of them another id",
  });
};

const refuseUnbounded = ({ steps }: DerivationForm): void => {
  const step = steps.find(({ certificates }) => certificates.some(({ residual }) => !Number.isFinite(residual)));
  if (!step) return;
  throw new PhysicsError("non-finite", {
    what: `A certificate of step "${step.id}" has a residual that is no finite number`,
    expected: "a relative residual ≥ 0",
    remedy: "Evaluate the step at instances where both of its sides are finite",
  });
};

/**
 * A derivation in all the forms in which a notebook can show it: plain data for the stepper, static HTML, LaTeX in a column, text.
 *
 * @throws PhysicsError "parameter" when an id occurs twice, "non-finite" when a residual is not finite
 */
export const derivationBundle = (form: DerivationForm): MimeBundle => {
  refuseRepeated(form.steps.map(({ id }) => id));
  refuseUnbounded(form);
  return {
    [derivationMime]: JSON.parse(JSON.stringify(form)),
    "text/html": htmlColumn(form),
    "text/latex": latexColumn(form),
    "text/plain": plainColumn(form),
  };
};
