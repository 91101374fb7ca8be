import { join } from "node:path";
import type { JsonValue } from "../core/json.ts";
import type { Redactor } from "../core/secrets/redactor.ts";
import { ensureFolder, openJsonl, type Slice, writeAtomic } from "../platform/index.ts";
import type { RunResumed, RunStarted, TextKept } from "./events/index.ts";
import { journalFile } from "./read-run.ts";
import type { RunEvent } from "./run-event.ts";
import { TextShelf } from "./text-shelf.ts";
import { TrialStore } from "./trial-store.ts";

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
  /**
   * What to hold of an event that `append` gave back: of a trial that is finished its numbers, the rest is
   * read from the file when it is asked for. Any other event as it is.
   */
  lean(event: RunEvent): RunEvent;
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
  await writeRunJson(folder, started, redactor);
  const journal = await journalIn(folder, redactor);
  journal.append(started);
  return journal;
}

/**
 * Goes on with the journal of a run: `started` is the run as it is planned now. What is broken at its end
 * is to be repaired before.
 *
 * @throws AppError when the folder cannot be written.
 */
export async function resumeJournal(
  folder: string,
  { resumed, started }: { readonly resumed: RunResumed; readonly started: RunStarted },
  redactor: Redactor,
): Promise<Journal> {
  const journal = await journalIn(folder, redactor);
  try {
    journal.append(resumed);
    // What it says follows from the journal: whoever kills it here can resume all the same.
    if (resumed.replanned !== undefined) await writeRunJson(folder, started, redactor);
    return journal;
  } catch (error) {
    await journal.close().catch(() => undefined);
    throw error;
  }
}

async function writeRunJson(
  folder: string,
  started: RunStarted,
  redactor: Redactor,
): Promise<void> {
  const { type: _, ...run } = started;
  const plain: JsonValue = JSON.parse(JSON.stringify(run));
  const runJson = redactor.redactJson(plain);
  await writeAtomic(join(folder, "run.json"), `${JSON.stringify(runJson, undefined, 2)}\n`);
}

async function journalIn(folder: string, redactor: Redactor): Promise<Journal> {
  const path = join(folder, journalFile);
  const file = await openJsonl(path);
  const store = new TrialStore(path);
  const slices = new WeakMap<RunEvent, Slice>();
  const keepText = (event: TextKept): void => file.appendSoon(JSON.stringify(event));
  const shelf = new TextShelf((text) => redactor.redact(text), keepText);
  const append = (whole: RunEvent): RunEvent => {
    const event = whole.type === "model_called" ? shelf.shorten(whole) : whole;
    const line = JSON.stringify(event);
    const clean = redactEvent(event, line, redactor);
    const written = clean === event ? line : JSON.stringify(clean);
    if (isMilestone(event)) slices.set(clean, file.appendLine(written));
    else file.appendSoon(written);
    return clean;
  };
  const lean = (event: RunEvent): RunEvent => {
    const slice = slices.get(event);
    return slice === undefined ? event : store.lean(event, slice);
  };
  return { folder, append, lean, close: () => file.close() };
}

/** What somebody may be told as soon as it is written. */
function isMilestone({ type }: RunEvent): boolean {
  return type === "trial_finished" || type.startsWith("run_");
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
