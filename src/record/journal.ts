import { join } from "node:path";
import type { JsonValue } from "../core/json.ts";
import type { Redactor } from "../core/secrets/redactor.ts";
import { ensureFolder, openJsonl, writeAtomic } from "../platform/index.ts";
import type { RunStarted, TextKept } from "./events/index.ts";
import type { RunEvent } from "./run-event.ts";
import { TextShelf } from "./text-shelf.ts";

/** The append-only file that a run writes as it goes, and from which every report is folded. */
export interface Journal {
  readonly folder: string;
  /**
   * Writes one event, free of secrets. The end of a trial or of the run, with everything before it, is
   * handed to the operating system before this returns, so that a run which is killed loses nothing it
   * finished; the other events at the end of the tick, many in one write. Gives back the event as it
   * was written, with ids in place of long texts.
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
  const keepText = (event: TextKept): void => file.appendSoon(JSON.stringify(event));
  const shelf = new TextShelf((text) => redactor.redact(text), keepText);
  const append = (whole: RunEvent): RunEvent => {
    const event = whole.type === "model_called" ? shelf.shorten(whole) : whole;
    const line = JSON.stringify(event);
    const clean = redactEvent(event, line, redactor);
    const written = clean === event ? line : JSON.stringify(clean);
    if (isMilestone(event)) file.appendLine(written);
    else file.appendSoon(written);
    return clean;
  };
  append(started);
  return { folder, append, close: () => file.close() };
}

/** What somebody may be told as soon as it is written. */
function isMilestone({ type }: RunEvent): boolean {
  return type === "run_started" || type === "trial_finished" || type === "run_finished";
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
