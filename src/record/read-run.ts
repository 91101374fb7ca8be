import { join } from "node:path";
import { AppError } from "../core/errors/app-error.ts";
import { isJsonObject } from "../core/json.ts";
import { diskFiles, readJsonl } from "../platform/index.ts";
import { createRunFold } from "./fold-run.ts";
import type { RunEvent } from "./run-event.ts";
import type { RunRecord } from "./run-record.ts";

/**
 * Reads the journal of a run folder and folds it.
 *
 * @throws AppError when there is none, or when a line is not an event.
 */
export async function readRun(folder: string): Promise<RunRecord> {
  const fold = createRunFold();
  for (const event of await readEvents(folder)) fold.add(event);
  return fold.record();
}

/**
 * Reads the journal of a run folder as it is.
 *
 * @throws AppError when there is none, or when a line is not an event.
 */
export async function readEvents(folder: string): Promise<readonly RunEvent[]> {
  const path = join(folder, "events.jsonl");
  if (!(await diskFiles.list(folder)).includes("events.jsonl")) {
    throw new AppError("RECORD_NOT_FOUND", `no run is recorded in ${folder}`, {
      hint: "Name a folder below reports/, or `latest`.",
    });
  }
  const { values } = await readJsonl(path);
  return values.map((value, index) => asEvent(value, path, index + 1));
}

function asEvent(value: unknown, file: string, line: number): RunEvent {
  if (isEvent(value)) return value;
  throw new AppError("RECORD_UNREADABLE", "this line is not an event of a known version", {
    place: { file, line },
    hint: "Read it with the version of flowproof that wrote it.",
  });
}

/** Events are written by this program, so their kind and version say enough. */
function isEvent(value: unknown): value is RunEvent {
  if (!isJsonObject(value) || typeof value["type"] !== "string") return false;
  return value["type"] !== "run_started" || value["schemaVersion"] === 1;
}
