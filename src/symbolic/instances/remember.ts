import type { Term } from "../terms/term.js";
import type { Setting } from "./setting.js";
import type { Value } from "./value.js";

type Scope = Pick<Setting, "definitions" | "families">;

const names = new WeakMap<Setting["definitions"], Map<string, ReadonlySet<string>>>();
const values = new WeakMap<Setting["given"], Map<string, Value>>();

/** t′ of t′_0. */
const baseOf = (label: string): string => label.split(/[_*]/)[0]!;

const reached = (of: Term, scope: Scope, into: Set<string>): void => {
  if (of.name !== "" && !into.has(baseOf(of.name))) {
    into.add(baseOf(of.name));
    if (of.head === "symbol")
      for (const [label, right] of scope.definitions) if (baseOf(label) === of.name) reached(right, scope, into);
    const family = of.head === "symbol" ? scope.families.get(of.name) : undefined;
    if (family) reached(family.right, scope, into);
  }
  for (const part of of.parts) reached(part, scope, into);
};

/** Every name in a term and in the definitions of its names. */
const namesIn = (of: Term, { definitions, families }: Setting): ReadonlySet<string> => {
  const known = names.get(definitions) ?? new Map<string, ReadonlySet<string>>();
  names.set(definitions, known);
  const before = known.get(of.key);
  if (before) return before;
  const all = new Set<string>();
  reached(of, { definitions, families }, all);
  for (const always of ["ρ̂", "Δ"].map((name) => name.normalize("NFD")))
    for (const [label, right] of definitions) if (label === always) reached(right, { definitions, families }, all);
  known.set(of.key, all);
  return all;
};

/** What a value depends on beside its setting: the bound names that occur in it. */
const circumstances = (of: Term, setting: Setting): string => {
  if (setting.bound.size === 0) return `${setting.isSloped}`;
  const within = namesIn(of, setting);
  const inside = [...setting.bound].filter(([name]) => within.has(baseOf(name)));
  return `${setting.isSloped} ${inside.join(" ")}`;
};

/** A value worked out once for all nodes of an integral, or all atoms, that it does not depend on. */
export const remembered = (of: Term, setting: Setting, compute: () => Value): Value => {
  const known = values.get(setting.given) ?? new Map<string, Value>();
  values.set(setting.given, known);
  const key = `${of.key} ${circumstances(of, setting)}`;
  const value = known.get(key) ?? compute();
  known.set(key, value);
  return value;
};
