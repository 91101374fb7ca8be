import type { ResponseHeaders } from "../../platform/index.ts";
import type { ChatRequest, Usage } from "../chat.ts";

/** Gives out the slots in which requests to one model take place. */
export interface Limiter {
  /**
   * Resolves as soon as the request may be sent; rejects with the signal's reason when it aborts first.
   */
  enter(request: ChatRequest, entering: Entering): Promise<Slot>;
  /** Takes what the headers of an answer tell of what is left. */
  heed(headers: ResponseHeaders): void;
}

export interface Entering {
  readonly signal?: AbortSignal | undefined;
  /** Told how long it takes to get the slot, `Infinity` while nobody knows; and zero when it is there. */
  readonly onWait?: ((ms: number) => void) | undefined;
}

export interface Slot {
  /** How long it took to get it; zero when there was one. */
  readonly waitedMs: number;
  /** Gives it back, and tells what came of the request. */
  leave(end: SlotEnd): void;
}

type SlotEnd =
  | { readonly type: "reply"; readonly usage: Usage }
  | { readonly type: "failure"; readonly error: unknown };

/** A request waits for the window of a rate, or for a provider that asked for a pause. */
export interface SlotWait {
  readonly model: string;
  readonly ms: number;
  /** In words. */
  readonly reason: string;
}
