import type { RunLabel } from "../../../record/index.ts";

const untimed: ReadonlySet<RunLabel> = new Set(["scripted", "replay", "recorded", "rescored"]);

/** Whether the times of a run mean something: nobody waited for what was read from a file. */
export function isTimed(labels: readonly RunLabel[]): boolean {
  return !labels.some((label) => untimed.has(label));
}
