import type { Run } from "./run.ts";

/** Notes how far the work has come, for the place of an error. */
export function mark(run: Run, at: number): void {
  run.host.at = at;
  run.host.unit = run.unit;
}
