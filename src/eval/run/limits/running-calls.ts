/** Counts tool calls: those that ended, those that were refused before they ran, and those under way. */
export class RunningCalls {
  private readonly running = new Map<string, number>();
  private ended = 0;

  get count(): number {
    let count = this.ended;
    for (const running of this.running.values()) count += running;
    return count;
  }

  start(tool: string): void {
    this.running.set(tool, (this.running.get(tool) ?? 0) + 1);
  }

  /** A call that never started was refused, and counts all the same. */
  finish(tool: string): void {
    this.ended += 1;
    const running = this.running.get(tool) ?? 0;
    if (running > 0) this.running.set(tool, running - 1);
  }
}
