import type { JudgeInput } from "../../judge/index.ts";
import type { ExchangeRecord, RunEvent, ToolCalled, TrialFinished } from "../../record/index.ts";

/** An event that belongs to a trial. */
export type TrialEvent = Extract<RunEvent, { readonly trial: number }>;

/** A trial that came to its end, as its journal keeps it. */
export interface StoredTrial {
  readonly finished: TrialFinished;
  /** Undefined where the trial was broken off, or by a version that did not keep it. */
  readonly exchanges: readonly ExchangeRecord[] | undefined;
  /** What the user had said before the case began. */
  readonly earlier: readonly string[];
  readonly calls: JudgeInput["calls"];
  /** What happened before its end, in order, without what judges were asked. */
  readonly events: readonly TrialEvent[];
}

/** Gathers the events of one trial; the first that comes to its end counts. */
export class TrialGatherer {
  private events: TrialEvent[] = [];
  private done: StoredTrial | undefined;

  get trial(): StoredTrial | undefined {
    return this.done;
  }

  add(event: TrialEvent): void {
    if (this.done !== undefined) return;
    if (event.type === "trial_finished") {
      const { events } = this;
      this.done = {
        finished: event,
        exchanges: event.exchanges,
        earlier: event.earlier ?? [],
        calls: events.filter(isCall).map(shownCall),
        events,
      };
      return;
    }
    // A trial that was killed begins anew.
    if (event.type === "trial_started") this.events = [];
    if (!isOfJudge(event)) this.events.push(event);
  }
}

function isCall(event: TrialEvent): event is ToolCalled {
  return event.type === "tool_called";
}

function shownCall({ tool, args, result, content, isError }: ToolCalled): StoredTrial["calls"][0] {
  const read = content ?? (typeof result === "string" ? result : JSON.stringify(result));
  return { tool, args, result: read, isError };
}

function isOfJudge(event: TrialEvent): boolean {
  if (event.type === "model_called") return event.role === "judge";
  return event.type === "note" && event.component === "judge";
}
