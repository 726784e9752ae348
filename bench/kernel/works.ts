/** What is measured, and what was promised. Times in seconds, memory in megabytes. */

export const works = [
  "ready",
  "first result",
  "trivial cell, p50",
  "declaring cell, p50",
  "completion, idle, p50",
  "completion, busy, p50",
  "interrupt, p50",
  "interrupt, p95",
  "memory",
] as const;

export type Work = (typeof works)[number];

/** Seconds, or megabytes; undefined where the kernel does not do it at all. */
export type Figures = Readonly<Record<Work, number | undefined>>;

export const unitOf = (work: Work): "s" | "MB" => (work === "memory" ? "MB" : "s");

export const meanings: Readonly<Record<Work, string>> = {
  ready: "from the start of the process to the reply to kernel_info",
  "first result": "from the start of the process to the reply to a first cell",
  "trivial cell, p50": "from sending `1 + 1` to its reply and idle status",
  "declaring cell, p50": "the same for a cell that declares a variable and uses it",
  "completion, idle, p50": "from the request to its reply",
  "completion, busy, p50": "the same while a cell computes",
  "interrupt, p50": "from the interrupt of a busy loop to the error reply of its cell",
  "interrupt, p95": "the same, 95th percentile",
  memory: "resident, of the kernel and all processes below it, after the cells",
};

/** What issue and design promise: ours ÷ theirs at most, or ours at most. */
export const targetOf = (work: Work, peer: string): string | null => {
  if (work === "ready" && peer === "tslab") return "ratio <= 0.25";
  if (work === "trivial cell, p50" && peer === "tslab") return "ratio <= 0.33";
  if (work === "trivial cell, p50" && peer === "ipykernel") return "ratio <= 1 (stretch)";
  if (work === "interrupt, p50") return "ours <= 0.010 s";
  if (work === "completion, busy, p50") return "ours <= 0.020 s";
  return null;
};
