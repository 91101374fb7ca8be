import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import { createRedactor } from "../../core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../core/secrets/secret-values.ts";
import {
  environment,
  linkLatest,
  removeFolder,
  systemClock,
  writeAtomic,
} from "../../platform/index.ts";
import {
  createRunFold,
  openJournal,
  type RunFinished,
  type RunRecord,
} from "../../record/index.ts";
import { runReporters } from "../../report/index.ts";
import type { RunSetting } from "../run-setting.ts";
import { mergeStarted } from "./merge-started.ts";
import { partsFolder } from "./part.ts";
import { eventsOf, type ReadPart, readParts } from "./read-parts.ts";

/** A run that was put together of its parts. */
export interface MergedRun {
  readonly record: RunRecord;
  /** Suites that two files claim; the cases of the second are left where they are. */
  readonly errors: readonly AppError[];
}

/**
 * Makes one run of what the workers have written: the same cases give the same journal, however many
 * workers there were. Undefined where no agent was asked.
 *
 * @throws AppError when the run cannot be written; its parts are kept then.
 */
export async function mergeRun(
  setting: RunSetting,
  reason: RunFinished["reason"],
): Promise<MergedRun | undefined> {
  const all = await readParts(setting.folder);
  if (all.length === 0) return undefined;
  const { parts, errors } = withoutClaimed(all);
  const started = mergeStarted(parts, setting);
  const redactor = createRedactor({ known: secretValuesFromEnv(environment()) });
  const journal = await openJournal(setting.folder, started, redactor);
  const fold = createRunFold();
  fold.add(started);
  for (const part of parts) {
    for (const event of await eventsOf(part)) fold.add(journal.append(event));
  }
  const at = new Date(systemClock.now()).toISOString();
  fold.add(journal.append({ type: "run_finished", at, reason }));
  await journal.close();
  const record = fold.record();
  const json = runReporters.get("json")?.format(record, { color: false, verbose: false }) ?? "";
  await writeAtomic(join(setting.folder, "summary.json"), json);
  if (errors.length === 0) await removeFolder(join(setting.folder, partsFolder));
  await linkLatest(join(setting.folder, ".."), setting.run);
  return { record, errors };
}

/** A suite is one file: reports and comparisons tell cases apart by suite and id. */
function withoutClaimed(all: readonly ReadPart[]): {
  readonly parts: readonly ReadPart[];
  readonly errors: readonly AppError[];
} {
  const owners = new Map<string, string>();
  const errors = new Map<string, AppError>();
  const parts = all.filter(({ started }) =>
    started.suites.every(({ suite, file }) => {
      const owner = owners.get(suite) ?? file;
      owners.set(suite, owner);
      if (owner === file) return true;
      const message = `the id "${suite}" is also that of ${owner}`;
      const hint = "give one of the two files another name, or its cases another `suite`";
      errors.set(file, new AppError("EVAL_SUITE_ID", message, { hint, place: { file } }));
      return false;
    }),
  );
  return { parts, errors: [...errors.values()] };
}
