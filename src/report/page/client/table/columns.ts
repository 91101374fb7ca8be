import type { RunData } from "../../data/page-data.ts";

/** Which columns there are besides those that there always are; whatever is filtered. */
export interface Columns {
  /** Some case has several trials. */
  readonly several: boolean;
  /** Times mean something. */
  readonly timed: boolean;
  /** Some case did not pass. */
  readonly reasoned: boolean;
}

export function columnsOf(run: RunData | undefined): Columns {
  const cases = run?.cases ?? [];
  return {
    several: cases.some(({ trials }) => trials.length > 1),
    timed: run?.timed === true,
    reasoned: cases.some(({ reason }) => reason !== undefined),
  };
}
