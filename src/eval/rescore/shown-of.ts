import type { ShownTrial } from "../../judge/index.ts";
import type { StoredTrial } from "./stored-trial.ts";

/**
 * What a judge is shown of a stored trial, the same as in the run: of a turn, all questions up to it, its
 * answer and the calls made in it; of the end, all questions, the last answer and all calls.
 *
 * @param turn from 0; undefined for the end
 * @returns undefined where the trial does not hold it
 */
export function shownOf(
  { exchanges, earlier, calls }: Pick<StoredTrial, "exchanges" | "earlier" | "calls">,
  turn?: number,
): ShownTrial | undefined {
  const last = exchanges?.[turn ?? exchanges.length - 1];
  if (exchanges === undefined || last === undefined) return undefined;
  const question = exchanges.slice(0, turn === undefined ? undefined : turn + 1);
  const from = turn === undefined || turn === 0 ? 0 : (exchanges[turn - 1]?.calls ?? 0);
  return {
    question: [...earlier, ...question.map(({ user }) => user)],
    answer: last.answer,
    calls: calls.slice(from, last.calls),
  };
}
