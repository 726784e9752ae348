import { written } from "./canonical.js";
import { type Factor, relabel, type Sum, single } from "./index-form.js";

type Labels = ReadonlyMap<string, string>;

const onlyMonomial = (sum: Sum) => (sum.length === 1 ? sum[0] : undefined);

/** The labels of a pattern beside those that stand in their places, as far as the names agree. */
const beside = (pattern: Factor, of: Factor): readonly (readonly [string, string])[] => [
  ...pattern.labels.flatMap((label, i) => (of.labels[i] === undefined ? [] : [[label, of.labels[i]] as const])),
  ...pattern.within.flatMap((sum, i) => {
    const [wanted, there] = [onlyMonomial(sum), onlyMonomial(of.within[i] ?? [])];
    return (wanted?.factors ?? []).flatMap((inner) => {
      const found = there?.factors.find(({ name }) => name === inner.name);
      return found ? beside(inner, found) : [];
    });
  }),
];

/** The labels under which a pattern is a factor: ∂V/∂rᵢ is ∂V/∂rⱼ for i = j. */
export const matched = (pattern: Factor, of: Factor): Labels | undefined => {
  if (pattern.name !== of.name) return undefined;
  const labels = new Map(beside(pattern, of).filter(([label]) => label !== "·"));
  return written(relabel(single(pattern), labels)) === written(single(of)) ? labels : undefined;
};
