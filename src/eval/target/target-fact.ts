/**
 * What a trial can tell of its target besides the answers. A check that asks for what its target does not
 * tell is an error of the suite: it could only pass or fail for no reason.
 */
export type TargetFact =
  /** The tool calls, with their arguments. */
  | "calls"
  /** How the conversation ended, in the words of a flow. */
  | "status"
  /** The components that were visited, and what they put out. */
  | "route"
  /** Responses of the agent's model. */
  | "replies"
  /** Tokens of the agent's model; without them nobody knows what it cost. */
  | "usage"
  /** How long it took. */
  | "times";

/** In words, after "the target does not tell". */
export const factWords: Readonly<Record<TargetFact, string>> = {
  calls: "which tools it calls",
  status: "how it ends",
  route: "which components it visits",
  replies: "how often its model replies",
  usage: "how many tokens it uses",
  times: "how long it takes",
};
