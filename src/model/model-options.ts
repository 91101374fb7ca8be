import type { Clock } from "../core/clock.ts";
import type { Files } from "../core/files.ts";
import type { Random } from "../core/random.ts";
import type { RetryWait } from "./retry/with-retry.ts";

/** How to reach a provider. Read from the environment or from flags, by the program. */
interface ProviderAccess {
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** What models need from the world. */
export interface ModelOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Scripts are read through it. */
  readonly files: Files;
  /** By provider: `{ anthropic: { apiKey, baseUrl } }`. */
  readonly access?: Readonly<Record<string, ProviderAccess | undefined>>;
  /** Shared by all models of a run, and sized to its concurrency; must not follow redirects. */
  readonly fetch?: typeof fetch | undefined;
  /** Attempts to get a reply, 4 when left out. */
  readonly attempts?: number | undefined;
  /** How long nothing may come, and how long one attempt may take. */
  readonly limits?: { readonly idleMs?: number; readonly totalMs?: number } | undefined;
  /** Told before each pause between attempts. */
  readonly onWait?: ((wait: RetryWait) => void) | undefined;
}
