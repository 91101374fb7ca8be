import type { Clock } from "../../core/clock.ts";
import { sha256Hex } from "../../platform/index.ts";
import { ClockedLimiter } from "./clocked-limiter.ts";
import type { Limiter, SlotWait } from "./limiter.ts";
import type { RateBook } from "./rate-book.ts";

/** Whom a provider counts together. */
export interface LimiterKey {
  readonly provider: string;
  /** Without the provider. */
  readonly model: string;
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
}

/** The limiters of a run: one for each provider, address, key and model, whoever asks. */
export interface Limiters {
  of(key: LimiterKey): Limiter;
}

export interface LimitersOptions {
  readonly clock: Clock;
  readonly rates: RateBook;
  /** That of the run: no model needs more slots. */
  readonly concurrency: number;
  readonly onWait?: ((wait: SlotWait) => void) | undefined;
}

/** Providers that count cached input towards what is allowed as if it were new. */
const countingCacheReads: ReadonlySet<string> = new Set(["openai"]);

export function createLimiters({ rates, ...options }: LimitersOptions): Limiters {
  const known = new Map<string, Limiter>();
  return {
    of({ provider, model, baseUrl = "", apiKey = "" }) {
      // The key itself is kept nowhere.
      const id = JSON.stringify([provider, baseUrl, sha256Hex(apiKey), model]);
      const name = `${provider}/${model}`;
      const limiter =
        known.get(id) ??
        new ClockedLimiter({
          ...options,
          model: name,
          rates: rates(name),
          countsCacheReads: countingCacheReads.has(provider),
        });
      known.set(id, limiter);
      return limiter;
    },
  };
}
