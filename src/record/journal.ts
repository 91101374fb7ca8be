import { join } from "node:path";
import type { JsonValue } from "../core/json.ts";
import type { Redactor } from "../core/secrets/redactor.ts";
import { ensureFolder, openJsonl, writeAtomic } from "../platform/index.ts";
import type { RunStarted } from "./events/index.ts";
import type { RunEvent } from "./run-event.ts";

/** The append-only file that a run writes as it goes, and from which every report is folded. */
export interface Journal {
  readonly folder: string;
  /**
   * Writes one event, free of secrets, and hands it to the operating system before it returns, so
   * that a run which is killed loses nothing it finished. Gives back the event as it was written.
   */
  append(event: RunEvent): RunEvent;
  close(): Promise<void>;
}

/**
 * Starts the folder of a run: `run.json` with what is going to be done, and `events.jsonl`.
 *
 * @throws AppError when the folder cannot be written.
 */
export async function openJournal(
  folder: string,
  started: RunStarted,
  redactor: Redactor,
): Promise<Journal> {
  await ensureFolder(folder);
  const { type: _, ...run } = started;
  const plain: JsonValue = JSON.parse(JSON.stringify(run));
  const runJson = redactor.redactJson(plain);
  await writeAtomic(join(folder, "run.json"), `${JSON.stringify(runJson, undefined, 2)}\n`);
  const file = await openJsonl(join(folder, "events.jsonl"));
  const append = (event: RunEvent): RunEvent => {
    const line = JSON.stringify(event);
    const clean = redactEvent(event, line, redactor);
    file.appendLine(clean === event ? line : JSON.stringify(clean));
    return clean;
  };
  append(started);
  return { folder, append, close: () => file.close() };
}

/** Looking at the line is cheap; walking the event is only for the few that hold a secret. */
function redactEvent(event: RunEvent, line: string, redactor: Redactor): RunEvent {
  const redactedLine = redactor.redact(line);
  if (redactedLine === line) return event;
  const value: JsonValue = JSON.parse(line);
  const redacted = redactor.redactJson(value);
  // Seen in the line and not in any of its texts: the line decides.
  const clean: RunEvent = JSON.parse(redacted === value ? redactedLine : JSON.stringify(redacted));
  return named(clean, event);
}

/** What an event is about keeps its name: without it the event could not be found again. */
function named(clean: RunEvent, event: RunEvent): RunEvent {
  if (!("case" in event)) return Object.assign({}, clean, { type: event.type });
  const { type, suite, case: id, target, trial } = event;
  return Object.assign({}, clean, { type, suite, case: id, target, trial });
}
