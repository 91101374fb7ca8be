import { FlowFailure } from "../flow-failure.ts";
import type { RunScope } from "../session/run-scope.ts";
import type { History } from "../state/flow-state.ts";

/** When the service begins to shorten a history, where the flow does not say otherwise. */
const usual = { maxRecentMessages: 10, trimThreshold: 0.7 };

/**
 * Stops the run where the service would shorten the history: going on with all of it would be another
 * run than the service's, and nobody would notice.
 */
export function refuseLongHistory(
  scope: RunScope,
  component: string,
  grown: { readonly history: History; readonly compaction?: typeof usual | undefined },
): void {
  const { maxRecentMessages, trimThreshold } = grown.compaction ?? usual;
  const tokens = scope.recorder.lastTokens.get(component) ?? 0;
  const budget = trimThreshold * scope.limits.contextWindow;
  if (grown.history.length <= maxRecentMessages || tokens <= budget) return;
  throw new FlowFailure(
    "context_limit",
    `the history of "${component}" has grown to ${tokens} tokens; above ${Math.floor(budget)} the service shortens it, which is not supported yet`,
  );
}
