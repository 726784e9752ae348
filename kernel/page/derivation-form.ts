/** A derivation as it comes in a notebook, which may be anybody's: each field is read, of the type it must have, and bounded. */

export interface Formula {
  readonly tex: string;
  readonly text: string;
}

export interface Certificate {
  readonly method: "replayed" | "evaluated" | "simulated";
  readonly instances: number;
  readonly residual: number;
}

export interface Step extends Formula {
  readonly id: string;
  readonly rule: string;
  readonly kind: string;
  readonly from: readonly string[];
  readonly hypotheses: readonly string[];
  readonly verdict: string;
  readonly printed: Formula | undefined;
  readonly corrected: Formula | undefined;
  readonly reason: string;
  readonly certificates: readonly Certificate[];
  readonly substeps: readonly (Formula & { readonly rule: string })[];
}

export interface Derivation {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** More than any paper needs; what is longer is refused before anything is drawn. */
const most = {
  steps: 400,
  premises: 40,
  hypotheses: 20,
  certificates: 12,
  substeps: 100,
  letters: 6000,
  total: 2_000_000,
};

type Fields = Record<string, unknown>;
const fields = (value: unknown, name: string): Fields => {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError(`expected ${name} to be an object`);
  return value as Fields;
};

const string = (value: unknown, name: string): string => {
  if (typeof value !== "string") throw new TypeError(`expected ${name} to be text`);
  if (value.length > most.letters) throw new RangeError(`${name} is longer than ${most.letters} letters`);
  return value;
};
const optional = (value: unknown, name: string): string => (value === undefined ? "" : string(value, name));

const list = (value: unknown, name: string, bound: number): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError(`expected ${name} to be a list`);
  if (value.length > bound) throw new RangeError(`more than ${bound} ${name}`);
  return value;
};

const formula = (value: unknown, name: string): Formula => {
  const { tex, text } = fields(value, name);
  return { tex: string(tex, `${name}.tex`), text: string(text, `${name}.text`) };
};
const perhaps = (value: unknown, name: string) => (value === undefined ? undefined : formula(value, name));

const methods: readonly unknown[] = ["replayed", "evaluated", "simulated"];
const certificate = (value: unknown): Certificate => {
  const { method, instances, residual } = fields(value, "a certificate");
  if (!methods.includes(method)) throw new TypeError("expected a certificate to be replayed, evaluated or simulated");
  if (!Number.isFinite(instances) || !Number.isFinite(residual))
    throw new TypeError("expected instances and residual of a certificate to be numbers");
  return { method, instances, residual } as Certificate;
};

const substep = (value: unknown) => ({
  ...formula(value, "a sub-step"),
  rule: string(fields(value, "a sub-step").rule, "the rule of a sub-step"),
});

const stepOf = (value: unknown): Step => {
  const step = fields(value, "a step");
  const texts = (name: "from" | "hypotheses", bound: number) =>
    list(step[name], name, bound).map((each) => string(each, name));
  const kind = string(step.kind, "kind");
  return {
    ...formula(step, "a step"),
    id: string(step.id, "id"),
    rule: string(step.rule, "rule"),
    kind,
    from: texts("from", most.premises),
    hypotheses: texts("hypotheses", most.hypotheses),
    verdict: optional(step.verdict, "verdict") || kind,
    printed: perhaps(step.printed, "printed"),
    corrected: perhaps(step.corrected, "corrected"),
    reason: optional(step.reason, "reason"),
    certificates: list(step.certificates, "certificates", most.certificates).map(certificate),
    substeps: list(step.substeps ?? [], "substeps", most.substeps).map(substep),
  };
};

/** @throws TypeError when the value is no derivation, RangeError when it is too large. */
export const asDerivation = (value: unknown): Derivation => {
  const { title, steps } = fields(value, "a derivation");
  const read = list(steps, "steps", most.steps).map(stepOf);
  if (new Set(read.map(({ id }) => id)).size < read.length) throw new TypeError("expected each id once");
  if (JSON.stringify(read).length > most.total) throw new RangeError(`more than ${most.total} letters`);
  return { title: string(title, "title"), steps: read };
};
