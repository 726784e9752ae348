import type { Equation } from "../statements/equation.js";
import type { Term } from "../terms/term.js";
import type { Question } from "./question.js";

const sizes = [
  { N: 2, d: 1 },
  { N: 2, d: 2 },
  { N: 3, d: 1 },
] as const;

/** On a line alone: for Newton's flow under an integral over time, whose exponentials differ from node to node. */
const onLine = [
  { N: 2, d: 1 },
  { N: 3, d: 1 },
] as const;

const holdsFlow = (of: Term): boolean => of.head === "semigroup" || of.parts.some(holdsFlow);

/** The size of system number k that an equation is tried on. */
export const sizeFor = ({ left, right }: Equation, { flow, premises, definitions }: Question, k: number) => {
  if (isSpatial(left) || isSpatial(right)) return inSpace[k % inSpace.length]!;
  const all = [left, right, ...[...premises, ...definitions].map((each) => each.right)];
  return flow === "newton" && all.some(holdsFlow) ? onLine[k % onLine.length]! : sizes[k % sizes.length]!;
};

/** A cube of something stands for its three directions, of a nanoparticle of two atoms and of one. */
const inSpace = [
  { N: 3, d: 3 },
  { N: 2, d: 3 },
] as const;
const isSpatial = (of: Term): boolean =>
  (of.head === "power" && of.parts[1]!.value?.equals(3) === true) || of.parts.some(isSpatial);
