import {
  apply,
  at,
  atoms,
  average,
  commutator,
  delta,
  divergence,
  dot,
  exp,
  integral,
  limit,
  ln,
  outer,
  partial,
  phase,
  plus,
  power,
  product,
  semigroup,
  series,
  times,
  total,
  variation,
} from "./build.js";
import { type Head, type Term, term } from "./term.js";
import type { Position } from "./walk.js";

type Build = (parts: readonly Term[], of: Term) => Term;

const same: Build = (parts, of) => term({ ...of, parts });

const builders: Readonly<Record<Head, Build>> = {
  number: same,
  symbol: same,
  plus: (parts) => plus(...parts),
  times: (parts) => times(...parts),
  power: ([base, exponent]) => power(base!, exponent!),
  commutator: ([a, b]) => commutator(a!, b!),
  dot: ([a, b]) => dot(a!, b!),
  outer: ([a, b]) => outer(a!, b!),
  exp: ([of]) => exp(of!),
  ln: ([of]) => ln(of!),
  delta: ([of]) => delta(of!),
  average: ([of]) => average(of!),
  partial: ([by]) => partial(by!),
  total: ([by]) => total(by!),
  divergence: ([by]) => divergence(by!),
  variation: ([by]) => variation(by!),
  semigroup: ([generator, time]) => semigroup(generator!, time!),
  apply: ([of, to]) => apply(of!, to!),
  atoms: ([body], { name }) => atoms(name, body!),
  series: ([body, from, to], { name }) => series(name, body!, from!, to!),
  product: ([body, from, to], { name }) => product(name, body!, from!, to!),
  phase: ([body], { name }) => phase(body!, name),
  integral: ([body, from, to], { name }) => integral(name, body!, from, to),
  limit: ([body, target], { name }) => limit(name, body!, target!),
  at: ([body, variable, value]) => at(body!, variable!, value!),
};

/** A term of the same head with other parts, its rank and sort worked out anew. @throws PhysicsError "expression" where the ranks no longer agree */
export const rebuild = (of: Term, parts: readonly Term[]): Term => builders[of.head](parts, of);

/** The root with the part at a position replaced by one of any rank. @throws PhysicsError "expression" where the ranks no longer agree */
export const rebuildAt = (root: Term, [first, ...rest]: Position, by: Term): Term =>
  first === undefined
    ? by
    : rebuild(
        root,
        root.parts.map((part, i) => (i === first ? rebuildAt(part, rest, by) : part)),
      );
