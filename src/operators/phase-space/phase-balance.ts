import { display } from "../../display.js";
import { dot } from "../../linalg/krylov/krylov.js";
import { stream } from "../../random/stream.js";
import type { PhaseBalance } from "./phase-generator.js";
import type { PhaseOperator } from "./phase-operator.js";

/** How many vectors are compared. */
const DRAWS = 20;

/** Compares ⟨a, 𝓛b⟩ with ⟨Tb, 𝓛Ta⟩ and with ⟨b, 𝓛a⟩, root mean square over vectors whose parts are drawn evenly. */
export const phaseBalance = ({ apply, reverse, size }: PhaseOperator): PhaseBalance => {
  const rng = stream("detailed balance");
  const draw = () => Float64Array.from({ length: size }, () => rng.uniform() - 0.5);
  const image = (x: Float64Array) => {
    const out = new Float64Array(size);
    apply(x, out);
    return out;
  };
  let [plain, reversed, all] = [0, 0, 0];
  for (let draws = 0; draws < DRAWS; draws++) {
    const [a, b] = [draw(), draw()];
    const there = image(b);
    plain += (dot(a, there) - dot(b, image(a))) ** 2;
    reversed += (dot(a, there) - dot(reverse(b), image(reverse(a)))) ** 2;
    all += dot(a, there) ** 2;
  }
  const report = { reversed: Math.sqrt(reversed / all), plain: Math.sqrt(plain / all) };
  return {
    ...report,
    [display]: () => ({
      "text/plain": `𝓛ᵀ = T𝓛T, with T: p → −p, to ${report.reversed.toExponential(1)}; 𝓛ᵀ = 𝓛 to ${report.plain.toPrecision(2)}`,
    }),
  };
};
