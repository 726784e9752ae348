import type { Equation } from "../statements/equation.js";
import type { Term } from "../terms/term.js";
import { areOfOrders } from "./indices.js";
import { orders } from "./orders.js";
import type { Question } from "./question.js";
import type { Size } from "./system.js";

const sizes = [
  { N: 2, d: 1 },
  { N: 2, d: 2 },
  { N: 3, d: 1 },
] as const;

/**
 * On a line alone: for Newton's flow under an integral over time, whose exponentials differ from node to node, and for functions of
 * many times.
 */
const onLine = [
  { N: 2, d: 1 },
  { N: 3, d: 1 },
] as const;

const holdsFlow = (of: Term): boolean => of.head === "semigroup" || of.parts.some(holdsFlow);

/** Whether an equation holds Newton's flow for a time: on a line, then. */
export const isOnLine = ({ left, right }: Equation, { flow, premises, definitions }: Question): boolean =>
  flow === "newton" && [left, right, ...[...premises, ...definitions].map((each) => each.right)].some(holdsFlow);

/** The size of system number k that an equation is tried on. */
export const sizeFor = (equation: Equation, question: Question, k: number): Size => {
  if (areOfOrders([equation, ...question.premises])) return { ...onLine[k % onLine.length]!, orders };
  if (isSpatial(equation.left) || isSpatial(equation.right)) return inSpace[k % inSpace.length]!;
  return isOnLine(equation, question) ? onLine[k % onLine.length]! : sizes[k % sizes.length]!;
};

/** A cube of something stands for its three directions, of a nanoparticle of two atoms and of one. */
const inSpace = [
  { N: 3, d: 3 },
  { N: 2, d: 3 },
] as const;
const isSpatial = (of: Term): boolean =>
  (of.head === "power" && of.parts[1]!.value?.equals(3) === true) || of.parts.some(isSpatial);
