import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";
import { historyTokens } from "./history-tokens.ts";

/** When the service begins to shorten a history, where the flow does not say otherwise. */
const usual = { maxRecentMessages: 10, trimThreshold: 0.7 };

/**
 * Stops the run where the service would shorten the history: going on with all of it would be another
 * run than the service's, and nobody would notice. There it is summarized when it has many messages and
 * the requests have grown, and cut off when it is too long by itself.
 */
export function refuseLongHistory(
  { recorder, limits }: RunScope,
  component: string,
  grown: { readonly history: History; readonly compaction?: typeof usual | undefined },
): void {
  const { history, compaction = usual } = grown;
  const own = historyTokens(history);
  const asked = recorder.lastTokens.get(component) ?? 0;
  const tokens = history.length > compaction.maxRecentMessages ? Math.max(own, asked) : own;
  const budget = compaction.trimThreshold * limits.contextWindow;
  if (tokens <= budget) return;
  throw new FlowFailure(
    "context_limit",
    `the history of "${component}" has grown to about ${tokens} tokens; above ${Math.floor(budget)} the service shortens it, which is not supported, and going on with all of it would be another run`,
  );
}
