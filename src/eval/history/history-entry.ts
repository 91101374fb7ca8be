import type { JsonValue } from "../../core/json.ts";
import { isDecidedAgainst, type Outcome, type TrialRecord } from "../../record/index.ts";
import { type FromSchema, loadFormat } from "../../schema/index.ts";
import type { historySchema } from "./history-schema.ts";

/** What a run made of a case: a line of a history. */
export type HistoryEntry = FromSchema<typeof historySchema>;
export type HistoryTrial = HistoryEntry["trials"][number];
/** Runs of different kinds say nothing about each other. */
export type HistoryKind = HistoryEntry["kind"];

/** Reads lines of a history; undefined for one that is none, or of a version that is not known. */
export async function historyLineReader(): Promise<(line: string) => HistoryEntry | undefined> {
  const problemsOf = await loadFormat("history");
  return (line) => {
    const value = parsed(line);
    if (value === undefined || problemsOf(value).length > 0) return undefined;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has just said so
    return value as unknown as HistoryEntry;
  };
}

/** Whether a trial asked for itself: replies of the cache are those of another one. */
export function isNews({ cached }: Pick<TrialRecord, "cached">): boolean {
  return cached === undefined;
}

/** How many trials passed of those that say something about the agent. */
export function passCountOf(trials: readonly { readonly outcome: Outcome }[]): {
  readonly passed: number;
  readonly total: number;
} {
  const passed = trials.filter(({ outcome }) => outcome === "pass").length;
  const lost = trials.filter(({ outcome }) => isDecidedAgainst(outcome)).length;
  return { passed, total: passed + lost };
}

function parsed(line: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(line);
    return value;
  } catch {
    return undefined;
  }
}
