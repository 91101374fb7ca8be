import type { ResumeEvent } from "../../session/resume-event.ts";
import type { RunScope } from "../../session/run-scope.ts";
import type { FatalFailure, SubagentRun } from "./subagent-run.ts";

/**
 * Agents at their tasks, all at the same time. They go on in rounds of one node each, and a round is
 * recorded in the order of the calls: so the record, the tools' answers and a failure are the same
 * however long each reply takes.
 */
export class SubagentRuns {
  readonly all: readonly SubagentRun[];
  readonly #main: RunScope;
  readonly #before: Times;

  constructor(all: readonly SubagentRun[], main: RunScope) {
    this.all = all;
    this.#main = main;
    this.#before = timesOf(main.recorder);
  }

  /** The first that waits for the user; the others get their turns. */
  get waiting(): SubagentRun | undefined {
    return this.all.find(({ isWaiting }) => isWaiting);
  }

  decide(event: ResumeEvent): void {
    this.waiting?.decide(event);
  }

  /** Goes on until all have ended, or those that have not wait. @throws the first failure that ends the run. */
  async play(): Promise<void> {
    try {
      for (;;) {
        const running = this.all.filter(({ isRunning }) => isRunning);
        if (running.length === 0) return;
        await playRound(running);
      }
    } finally {
      this.#keepTime();
    }
  }

  /** What happens at the same time takes as long as the longest of it. */
  #keepTime(): void {
    const [longest] = this.all
      .map(({ recorder }) => timesOf(recorder))
      .toSorted((a, b) => b.modelMs + b.toolMs - a.modelMs - a.toolMs);
    if (longest === undefined) return;
    const { recorder } = this.#main;
    recorder.modelMs = this.#before.modelMs + longest.modelMs;
    recorder.toolMs = this.#before.toolMs + longest.toolMs;
    recorder.waitMs = this.#before.waitMs + longest.waitMs;
  }
}

interface Times {
  readonly modelMs: number;
  readonly toolMs: number;
  readonly waitMs: number;
}

function timesOf({ modelMs, toolMs, waitMs }: Times): Times {
  return { modelMs, toolMs, waitMs };
}

async function playRound(runs: readonly SubagentRun[]): Promise<void> {
  const steps = runs.map((run) => run.step());
  const failures: FatalFailure[] = [];
  for (const [index, { recorder }] of runs.entries()) {
    recorder.release();
    const failure = await steps[index];
    recorder.hold();
    if (failure !== undefined) failures.push(failure);
  }
  const [first] = failures;
  if (first !== undefined) throw first.reason;
}
