import { isJsonObject, type JsonValue } from "../../core/json.ts";
import type { Quarantine } from "../../record/index.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** Reads a `quarantine`; what does not have its form is left out, which the schema tells. */
export function readQuarantine(
  value: JsonValue | undefined,
  path: SuitePath,
  reader: SuiteReader,
): Quarantine | undefined {
  if (typeof value === "string") return { reason: value };
  if (!isJsonObject(value) || typeof value["reason"] !== "string") return undefined;
  const { reason, until } = value;
  if (typeof until !== "string") return { reason };
  if (reader.wellFormed([...path, "until"]) && !isDay(until)) {
    reader.add({
      path: [...path, "until"],
      code: "EVAL_QUARANTINE_INVALID",
      message: `${until} is not a day of the calendar`,
      hint: "write the last day as year-month-day, as in 2026-01-31",
    });
  }
  return { reason, until };
}

/** Whether a quarantine holds at a time, in milliseconds since the epoch: its last day is one of it, in UTC. */
export function isInForce({ until }: Quarantine, now: number): boolean {
  return until === undefined || dayOf(now) <= until;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** A day that does not exist, as the 30th of February, becomes another one or none. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && dayOf(ms) === text;
}
