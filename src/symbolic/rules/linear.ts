import type { Declarations } from "../terms/declarations.js";
import { written } from "./canonical.js";
import { dependsOn, isConstant } from "./dependence.js";
import { collected, constant, type Factor, type Monomial, mentions, multiply, type Sum, single } from "./index-form.js";

const phaseSpace = ["r", "p", "x"];

/** The variables that an operator differentiates by, a flow moves, or ∫ … dΓ* integrates over; undefined where no declaration says. */
export const touchedBy = ({ name }: Factor, declarations: Declarations): readonly string[] | undefined => {
  if (name === "th" || name.startsWith("∫Γ")) return phaseSpace;
  if (name.startsWith("∂")) return [name.slice(1)];
  const by = declarations.get(name.replace(/^(@|e\^)/u, "").replace(/_.*/u, ""))?.of ?? [];
  return by.length === 0 ? undefined : by.flatMap((each) => (each === "Γ" ? phaseSpace : [each]));
};

/** Whether a factor of the body must stay within: it changes with what the head integrates over, differentiates by, or sends to a limit. */
const isCaught = (head: Factor, of: Factor, declarations: Declarations): boolean => {
  const { name, labels } = head;
  if (name === "∫") return mentions(of, labels[0]!);
  if (name.startsWith("lim ")) return dependsOn(of, name.slice(4), declarations);
  const touched = touchedBy(head, declarations);
  return touched ? touched.some((each) => dependsOn(of, each, declarations)) : !isConstant(of, declarations);
};

/** Whether an end of an integral is ∞ or −∞. */
export const isEndless = (end: Sum): boolean => end.some(({ factors }) => factors.some(({ name }) => name === "∞"));

/** e^{𝓛a} e^{𝓛b} = e^{𝓛(a + b)}, and e^{𝓛0} = 1. */
const flowed = (head: Factor): Sum => {
  const [body, time] = head.within as [Sum, Sum];
  if (written(time) === "") return body;
  const [only, ...others] = body[0]!.factors;
  if (only?.name !== head.name || others.length > 0 || !only.exponent.equals(1)) return single(head);
  const [inner, before] = only.within as [Sum, Sum];
  return single({ ...head, within: [inner, [...time, ...before]] });
};

const closed = (head: Factor, inside: readonly Factor[]): Sum => {
  const whole = { ...head, within: [single(...inside), ...head.within.slice(1)] };
  if (head.name.startsWith("e^")) return flowed(whole);
  if (inside.length > 0) return single(whole);
  const [, from, to] = head.within;
  const isLength = head.name === "∫" && head.labels.length === 1 && !isEndless(from!) && !isEndless(to!);
  if (isLength) return [...to!, ...multiply(constant(-1), from!)];
  return head.name.startsWith("lim ") ? constant(1) : single(whole);
};

/**
 * What a linear head makes of a body, term by term: ∫ … dΓ*, ∫ … ds, …ᵗʰ, lim, an operator, its semigroup. Sums over atoms and
 * directions, and the factors that the head does not touch, are pulled out; ∫ds = b − a, e^{𝓛a}e^{𝓛b} = e^{𝓛(a + b)}.
 */
export const applied = (head: Factor, body: Sum, declarations: Declarations): Sum =>
  body.map(collected).flatMap((monomial: Monomial) => {
    const inside = monomial.factors.filter((each) => isCaught(head, each, declarations));
    const outside = { ...monomial, factors: monomial.factors.filter((each) => !inside.includes(each)) };
    return multiply([outside], closed(head, inside));
  });

/** Whether a factor is linear in its body. */
export const isLinear = ({ name }: Factor): boolean => name === "th" || /^(∫|lim |@|e\^)/u.test(name);
