import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { TrialLimits } from "./suite.ts";

/** What holds for a trial if nothing else is said. */
export const defaultLimits: TrialLimits = { maxReplies: 50, maxMs: 600_000 };

/** A `limits:` block laid over what holds without it. */
export function readLimits(value: JsonValue | undefined, outer: TrialLimits): TrialLimits {
  const { max_replies: replies, max_seconds: seconds } = isJsonObject(value) ? value : {};
  return {
    maxReplies: typeof replies === "number" ? replies : outer.maxReplies,
    maxMs: typeof seconds === "number" ? seconds * 1000 : outer.maxMs,
  };
}
