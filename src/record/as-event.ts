import { AppError } from "../core/errors/app-error.ts";
import { isJsonObject } from "../core/json.ts";
import type { Place } from "../core/position.ts";
import type { RunEvent } from "./run-event.ts";

/** The version of journals that this program writes, and the only one that it reads. */
const schemaVersion = 1;

/** @throws AppError RECORD_UNREADABLE where a line of a journal is something else. */
export function asEvent(value: unknown, place: Place): RunEvent {
  if (isEvent(value)) return value;
  throw new AppError("RECORD_UNREADABLE", messageOf(value), {
    place,
    hint: "Read it with the version of flowproof that wrote it.",
  });
}

/** Whether a line of a journal is JSON and looks like an event, of whatever version. */
export function isEventLine(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return isJsonObject(value) && typeof value["type"] === "string";
  } catch {
    return false;
  }
}

/** Events are written by this program, so their kind and version say enough. */
function isEvent(value: unknown): value is RunEvent {
  if (!isJsonObject(value) || typeof value["type"] !== "string") return false;
  return value["type"] !== "run_started" || value["schemaVersion"] === schemaVersion;
}

function messageOf(value: unknown): string {
  const version = isJsonObject(value) ? value["schemaVersion"] : undefined;
  if (typeof version !== "number") return "this line is not an event of a known version";
  return `the journal is of version ${version}, and this program knows version ${schemaVersion}`;
}
