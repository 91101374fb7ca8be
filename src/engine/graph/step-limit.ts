import { FlowFailure } from "../flow-failure.ts";

/** The failure of a run that takes too many steps. */
export function stepLimit(steps: number): FlowFailure {
  return new FlowFailure(
    "step_limit",
    `the run took ${steps} steps, the limit, without reaching its end`,
  );
}
