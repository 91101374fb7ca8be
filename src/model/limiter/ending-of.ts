import type { Usage } from "../chat.ts";
import { ModelError } from "../model-error.ts";
import { longestPauseMs } from "../retry/backoff.ts";
import { failureClass } from "../retry/failure-class.ts";
import type { Slot } from "./limiter.ts";
import type { Ending } from "./schedule.ts";

/** Who asks for more than this is not waited for by anybody: the calls end, each with what it was told. */
const longestWishMs = 5 * 60_000;
/** Statuses by which servers say that they have too much to do, besides 429. */
const pressed: ReadonlySet<number | undefined> = new Set([503, 529]);

/** What the end of a request says about how much may be asked. */
export function endingOf(end: Parameters<Slot["leave"]>[0], countsCacheReads: boolean): Ending {
  if (end.type === "reply") return { type: "reply", tokens: counted(end.usage, countsCacheReads) };
  const { error } = end;
  if (!(error instanceof ModelError)) return { type: "other" };
  const kind = failureClass(error);
  if (kind === "rate_limited" || (kind === "overloaded" && pressed.has(error.status))) {
    const wishMs = error.retryAfterMs ?? 0;
    return {
      type: "pressed",
      askedMs: wishMs > longestWishMs ? 0 : Math.min(wishMs, longestPauseMs),
    };
  }
  const isTrouble = kind === "overloaded" || kind === "network" || kind === "timeout";
  return { type: isTrouble ? "trouble" : "other" };
}

function counted(usage: Usage, countsCacheReads: boolean): number {
  const { inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens } = usage;
  return inputTokens + outputTokens + cacheWriteTokens + (countsCacheReads ? cacheReadTokens : 0);
}
