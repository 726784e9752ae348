/** What a displayed statement is: what it names, what follows, what is assumed, and what holds only as something becomes small. */
export type Kind = "definition" | "identity" | "hypothesis" | "limit";

/** One step of a replay: a rule by its name, what it must be told, and on which side it acts; both, where it is left out. */
export interface Step {
  readonly rule: string;
  readonly on?: "left" | "right";
  readonly with?: Readonly<Record<string, string>>;
}

/**
 * A displayed statement of a paper, as printed. Each link a = b, b = c of a chain of equalities is a statement of its own, and
 * both of its sides are written out.
 */
export interface Statement {
  /** The number of the equation, "7", or "7.a", "7.b", … for displays without one: these stand after (7) and before the next number. */
  readonly id: string;
  readonly kind: Kind;
  /** In the notation: "∂W/∂t_1 = 0". For an assumption in words, the words, and `words` is set. */
  readonly printed: string;
  readonly words?: true;
  /** What the extraction of the text or the print left open, and how it is read here. */
  readonly reading?: string;
  /** The ids of the statements that it follows from: definitions are unfolded, other equations are premises. */
  readonly from: readonly string[];
  /**
   * The ids of statements that its replay uses beside: what is proved elsewhere in the paper. Its evaluation does without them, so that
   * it stays a test of its own.
   */
  readonly lemmas?: readonly string[];
  /** Of a definition or a solution: the ids of statements that must hold with it; where one fails, it is this one that is wrong; the surest first. */
  readonly serves?: readonly string[];
  /** The flow it is evaluated in; "newton" where it is left out. */
  readonly flow?: "newton" | "gibbs";
  /** How it is replayed: the rules that bring its sides to one form. */
  readonly steps?: readonly Step[];
}

/** One way in which a statement was certified, and how well. */
export interface Certificate {
  readonly method: "evaluated" | "replayed";
  /** Concrete systems tried; steps replayed. */
  readonly instances: number;
  /** Relative, the largest over the instances; 0 of a replay, which is exact. */
  readonly residual: number;
  /** Of a replay: the hypotheses that it rests on, and equations that it uses which are not replayed themselves. */
  readonly rests?: readonly string[];
}

export type Verdict = "holds" | "misprint" | "definition" | "hypothesis" | "limit";
