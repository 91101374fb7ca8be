import type { Clock } from "../../core/clock.ts";
import { type ModelClient, ModelError } from "../../model/index.ts";
import { TargetError } from "../target/target-error.ts";
import type { WaitWatch } from "../target/target-player.ts";

/** A provider, or the other side of a target, that fails. */
export type CallFailure = ModelError | TargetError;

/** A call that has not come back. */
interface PendingCall {
  readonly started: number;
  /** Until then it does nothing but wait; before `started` when it has not failed yet. */
  waitsUntil: number;
  /** Why it was tried again. */
  failure: CallFailure | undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What one trial has waited for its provider so far: failed attempts and pauses, also of a call under way. */
export class CallWaits implements WaitWatch {
  private readonly clock: Clock;
  private readonly pending = new Set<PendingCall>();
  private readonly spans: Span[] = [];
  private onShown: ((failure: CallFailure | undefined) => void) | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The same client, whose calls are timed. */
  watch(client: ModelClient): ModelClient {
    return {
      id: client.id,
      kind: client.kind,
      chat: (request, signal, listener) =>
        this.timed((tell) =>
          client.chat(request, signal, {
            onText: (text) => listener?.onText(text),
            onDiscard: () => listener?.onDiscard(),
            onWait: (ms, error) => {
              tell(ms, error);
              listener?.onWait?.(ms, error);
            },
          }),
        ),
    };
  }

  /** Calls may wait at the same time; no moment counts twice. */
  get waitedMs(): number {
    const now = this.clock.monotonic();
    const live = [...this.pending].map(({ started, waitsUntil }) => ({
      from: started,
      to: Math.min(now, waitsUntil),
    }));
    return covered([...this.spans, ...live]);
  }

  /**
   * Why the provider fails just now, if it does. An attempt under way has not failed yet, so it gets some
   * time to show what becomes of it.
   */
  async failureWithin(ms: number, signal: AbortSignal): Promise<CallFailure | undefined> {
    const failed = [...this.pending].findLast(({ failure }) => failure !== undefined);
    if (failed !== undefined || this.pending.size === 0) return failed?.failure;
    const shown = new Promise<CallFailure | undefined>((resolve) => {
      this.onShown = resolve;
    });
    return Promise.race([shown, this.clock.sleep(ms, signal).then(() => undefined)]);
  }

  async timed<T extends { readonly waitMs: number }>(
    work: (tell: (ms: number, reason: unknown) => void) => Promise<T>,
  ): Promise<T> {
    const from = this.clock.monotonic();
    const call: PendingCall = { started: from, waitsUntil: from, failure: undefined };
    this.pending.add(call);
    try {
      const done = await work((ms, reason) => {
        call.waitsUntil = this.clock.monotonic() + ms;
        // Waiting for a slot is no failure, and says nothing about an earlier one.
        if (!isCallFailure(reason)) return;
        call.failure = reason;
        this.onShown?.(reason);
      });
      // A reply that was recorded tells of waiting that did not take place now.
      this.spans.push({ from, to: Math.min(from + done.waitMs, this.clock.monotonic()) });
      return done;
    } catch (error) {
      if (isCallFailure(error)) {
        this.spans.push({ from, to: this.clock.monotonic() });
        this.onShown?.(error);
      }
      throw error;
    } finally {
      this.pending.delete(call);
      if (this.pending.size === 0) this.onShown?.(undefined);
    }
  }
}

function isCallFailure(error: unknown): error is CallFailure {
  return error instanceof ModelError || error instanceof TargetError;
}

/** How much time some spans cover together. */
function covered(spans: readonly Span[]): number {
  let total = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    total += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return total;
}
