import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { TrialLimits } from "./suite.ts";

/** What holds for a trial if nothing else is said. */
export const defaultLimits: TrialLimits = { maxReplies: 50, maxMs: 600_000 };

/** Bounds that there are only where somebody sets them, by their names in a suite. */
const optional = {
  max_turns: "maxTurns",
  max_tool_calls: "maxToolCalls",
  max_tokens: "maxTokens",
  max_cost_usd: "maxCostUsd",
} as const;

/** A `limits:` block laid over what holds without it. */
export function readLimits(value: JsonValue | undefined, outer: TrialLimits): TrialLimits {
  const written = isJsonObject(value) ? value : {};
  const { max_replies: replies, max_seconds: seconds } = written;
  const others = Object.entries(optional).flatMap(([key, name]) =>
    typeof written[key] === "number" ? [[name, written[key]] as const] : [],
  );
  return {
    ...outer,
    ...Object.fromEntries(others),
    maxReplies: typeof replies === "number" ? replies : outer.maxReplies,
    maxMs: typeof seconds === "number" ? seconds * 1000 : outer.maxMs,
  };
}
