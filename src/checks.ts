import { PhysicsError } from "./errors.js";

const refuse = (name: string, value: unknown, expected: string, remedy: string): never => {
  throw new PhysicsError("parameter", { what: `${name} is ${String(value)}`, expected, remedy });
};

/** A finite number. @throws PhysicsError "parameter" */
export const finite = (name: string, value: number): number =>
  Number.isFinite(value) ? value : refuse(name, value, "a finite number", `Give ${name} a number`);

/** A finite number above zero. @throws PhysicsError "parameter" */
export const positive = (name: string, value: number): number =>
  Number.isFinite(value) && value > 0
    ? value
    : refuse(name, value, "a number above 0", `Give ${name} a positive value`);

/** A finite number from 0 on. @throws PhysicsError "parameter" */
export const notNegative = (name: string, value: number): number =>
  Number.isFinite(value) && value >= 0
    ? value
    : refuse(name, value, "a number from 0 on", `Give ${name} a positive value, or 0 for none`);

/** A whole number, at least `least`. @throws PhysicsError "parameter" */
export const whole = (name: string, value: number, least = 1): number =>
  Number.isSafeInteger(value) && value >= least
    ? value
    : refuse(
        name,
        value,
        `a whole number, at least ${least}`,
        `Try ${Number.isFinite(value) ? Math.max(least, Math.round(value)) : least}`,
      );

/** Refuses a choice that is not among the keys of `choices`. @throws PhysicsError "parameter" */
export const oneOf = (kind: string, choice: string, choices: object, usual: string): void => {
  if (Object.hasOwn(choices, choice)) return;
  throw new PhysicsError("parameter", {
    what: `There is no ${kind} "${choice}"`,
    expected: Object.keys(choices).join(" or "),
    remedy: `Leave it out for ${usual}`,
  });
};
