import type { Clock } from "../../core/clock.ts";
import type { PyDict } from "../../core/python/py-value.ts";
import { messageDict } from "../history/message-dict.ts";
import type { History } from "../state/flow-state.ts";

/** Names that the engine supplies itself; a flow need not declare them as inputs. */
export const suppliedVariables: readonly string[] = [
  "history",
  "current_date",
  "current_time",
  "current_timezone",
];

/**
 * What a template sees in one call: the agent's inputs, then what the engine supplies.
 *
 * @param history undefined where no template reads it.
 */
export function callVariables(inputs: PyDict, history: History | undefined, clock: Clock): PyDict {
  const now = new Date(clock.now()).toISOString();
  return new Map([
    ...inputs,
    ...(history === undefined ? [] : ([["history", history.map(messageDict)]] as const)),
    ["current_date", now.slice(0, 10)],
    ["current_time", now.slice(11, 19)],
    // The service formats a time without a zone, so its name is always empty.
    ["current_timezone", ""],
  ]);
}
