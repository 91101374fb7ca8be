import type { Clock } from "../core/clock.ts";
import type { Files } from "../core/files.ts";
import type { Random } from "../core/random.ts";
import type { ResponseHeaders } from "../platform/index.ts";
import type { ReplyCache } from "./cache/reply-cache.ts";
import type { Limiters } from "./limiter/limiters.ts";
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
  /** Attempts to get a reply, 6 when left out. */
  readonly attempts?: number | undefined;
  /** How long nothing may come, and how long one attempt may take. */
  readonly limits?: { readonly idleMs?: number; readonly totalMs?: number } | undefined;
  /** Told before each pause between attempts. */
  readonly onWait?: ((wait: RetryWait) => void) | undefined;
  /** Shared by all models of a run; requests are sent at once when left out. Scripts wait for nobody. */
  readonly limiters?: Limiters | undefined;
  /** Whether requests are marked for the provider's cache of prompts, where it has marks; they are, when left out. */
  readonly promptCache?: boolean | undefined;
  /** Keeps the replies of live models, and knows them again; nothing is kept when left out. */
  readonly cache?: ReplyCache | undefined;
  /** Offers tools in the prompt, and reads calls from the text: for models that cannot call any. */
  readonly promptedTools?: boolean | undefined;
}

/** What the client of a provider is made with. */
export interface ProviderOptions extends ModelOptions {
  /** Told of the head of every answer that begins with success. */
  readonly onHeaders?: ((headers: ResponseHeaders) => void) | undefined;
}
