import { FlowFailure } from "../flow-failure.ts";

/** The model has replied as often as the run allows. */
export function outOfReplies(max: number): FlowFailure {
  const text = `the model has replied ${max} times, the limit of this run (max_replies)`;
  return new FlowFailure("reply_limit", text);
}
