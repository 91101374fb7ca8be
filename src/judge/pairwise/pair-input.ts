/** What a judge is shown of a question that two systems answered. All but the criteria is untrusted. */
export interface PairInput {
  /** The user's messages, in order. */
  readonly question: readonly string[];
  /** What the system that is shown first said to each of them. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  /** What whoever wrote the case asks of an answer; may be none. */
  readonly criteria: readonly string[];
}

/** What a judge says of two answers. */
export type PairWinner = "first" | "second" | "tie";
