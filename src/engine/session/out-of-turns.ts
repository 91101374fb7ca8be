import { FlowFailure } from "../flow-failure.ts";

/** The user and other people have spoken as often as the run allows. */
export function outOfTurns(max: number): FlowFailure {
  const text = `the conversation has taken ${max} turns, the limit of this run (max_turns)`;
  return new FlowFailure("turn_limit", text);
}
