import type { Clock } from "../../core/clock.ts";
import { type ChatReply, type ModelClient, ModelError } from "../../model/index.ts";

/** A call of the model that has not come back. */
interface PendingCall {
  readonly started: number;
  /** Until then it does nothing but wait; before `started` when it has not failed yet. */
  waitsUntil: number;
  /** Why it was tried again. */
  failure: ModelError | undefined;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What one trial has waited for its provider so far: failed attempts and pauses, also of a call under way. */
export class CallWaits {
  private readonly clock: Clock;
  private readonly pending = new Set<PendingCall>();
  private readonly spans: Span[] = [];
  private onShown: ((failure: ModelError | undefined) => void) | undefined;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** The same client, whose calls are timed. */
  watch(client: ModelClient): ModelClient {
    return {
      id: client.id,
      kind: client.kind,
      chat: (request, signal, listener) =>
        this.timed((call) =>
          client.chat(request, signal, {
            onText: (text) => listener?.onText(text),
            onDiscard: () => listener?.onDiscard(),
            onWait: (ms, error) => {
              call.waitsUntil = this.clock.monotonic() + ms;
              call.failure = error;
              this.onShown?.(error);
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
  async failureWithin(ms: number, signal: AbortSignal): Promise<ModelError | undefined> {
    const failed = [...this.pending].findLast(({ failure }) => failure !== undefined);
    if (failed !== undefined || this.pending.size === 0) return failed?.failure;
    const shown = new Promise<ModelError | undefined>((resolve) => {
      this.onShown = resolve;
    });
    return Promise.race([shown, this.clock.sleep(ms, signal).then(() => undefined)]);
  }

  private async timed(ask: (call: PendingCall) => Promise<ChatReply>): Promise<ChatReply> {
    const from = this.clock.monotonic();
    const call: PendingCall = { started: from, waitsUntil: from, failure: undefined };
    this.pending.add(call);
    try {
      const reply = await ask(call);
      // A reply that was recorded tells of waiting that did not take place now.
      this.spans.push({ from, to: Math.min(from + reply.waitMs, this.clock.monotonic()) });
      return reply;
    } catch (error) {
      if (error instanceof ModelError) {
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
