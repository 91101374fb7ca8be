import type { Clock } from "../../core/clock.ts";
import type { Random } from "../../core/random.ts";
import type { Instance } from "../instance.ts";

/** Bounds of one attempt. */
export interface RequestLimits {
  readonly idleMs: number;
  readonly totalMs: number;
  readonly maxBytes: number;
}

/** An instance, how it is reached, and with which token. */
export interface Connection {
  readonly instance: Instance;
  /** Must not follow redirects by itself. */
  readonly fetch: typeof fetch;
  /** Sent to the instance's own origin only; undefined for what everybody may see. */
  readonly token: string | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: RequestLimits;
  /** Told before each pause. */
  readonly onWait?: ((wait: GitLabWait) => void) | undefined;
}

/** A pause before a request is sent again. */
export interface GitLabWait {
  readonly purpose: string;
  readonly ms: number;
  /** Number of the attempt that failed, from 1. */
  readonly attempt: number;
  readonly reason: string;
}
