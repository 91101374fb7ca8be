import { pyStr } from "../../core/python/py-str.ts";
import { isPyDict, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import type { HumanInputComponent } from "../../flow/index.ts";
import type { FlowState } from "../state/flow-state.ts";
import { nest } from "../state/nest.ts";
import { readKey } from "../state/read-state.ts";

const variable = "cancelled_turn";
const tag = "cancelled_turn";

/**
 * What was said in a turn that the user stopped, for the agent that never learned of it; undefined where
 * there is no such turn. A flow may read the log from elsewhere, by an input of that name.
 */
export function canceledTurnText(
  { inputs }: HumanInputComponent,
  state: FlowState,
): string | undefined {
  const own = inputs.findLast((input) => input.variable === variable);
  const log = own === undefined ? pendingLog(state) : readKey(state, own);
  const entries = Array.isArray(log) ? (log as readonly PyValue[]).filter(isPyDict) : [];
  if (entries.length === 0) return undefined;
  return [
    `<${tag}>`,
    "The user stopped the turn before this message. In it was said:",
    ...entries.map(entryText),
    `</${tag}>`,
  ].join("\n");
}

/** The write after which the log is no longer pending. */
export const canceledTurnRead: PyDict = nest(["inputs"], new Map([[variable, null]]));

function pendingLog({ context }: FlowState): PyValue {
  const inputs = context.get("inputs");
  return isPyDict(inputs) ? (inputs.get(variable) ?? null) : null;
}

/** What an agent said may repeat anything that it has read, but it may not end the log. */
function entryText(entry: PyDict): string {
  const content = pyStr(entry.get("content") ?? "").replaceAll(`</${tag}`, `&lt;/${tag}`);
  return `${pyStr(entry.get("message_type") ?? "")}: ${content}`;
}
