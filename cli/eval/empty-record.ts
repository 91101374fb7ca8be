import { type RunPlan, startedEvent } from "../../src/eval/index.ts";
import { foldRun, type RunRecord } from "../../src/record/index.ts";
import type { CliContext } from "../context.ts";

/** The record of a run of nothing, for reports that are asked for all the same; it has no folder. */
export function emptyRecord(plan: RunPlan, { clock, versions }: CliContext): RunRecord {
  const at = new Date(clock.now()).toISOString();
  return foldRun([
    startedEvent(plan, { run: "none", at, versions }),
    { type: "run_finished", at, reason: "done" },
  ]);
}
