/**
 * Stops everything that runs at the same time. Each piece of work has a signal of its own: one signal
 * for hundreds of requests would collect their listeners for as long as the run lasts.
 */
export class StopSwitch {
  private readonly running = new Set<AbortController>();
  private stopped: { readonly reason: unknown } | undefined;

  get isStopped(): boolean {
    return this.stopped !== undefined;
  }

  /** Aborts what runs now; the first reason counts. */
  stop(reason: unknown): void {
    if (this.stopped !== undefined) return;
    this.stopped = { reason };
    for (const controller of this.running) controller.abort(reason);
  }

  /** Does work under a signal that aborts when the switch is used. */
  async run<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    if (this.stopped !== undefined) controller.abort(this.stopped.reason);
    this.running.add(controller);
    try {
      return await work(controller.signal);
    } finally {
      this.running.delete(controller);
    }
  }
}
