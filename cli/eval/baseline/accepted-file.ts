import { resolve } from "node:path";
import {
  acceptRun,
  type AcceptedRun,
  baselineOfRun,
  baselineText,
  checkAcceptance,
  nameOf,
  parseBaseline,
} from "../../../src/compare/index.ts";
import { createRedactor } from "../../../src/core/secrets/redactor.ts";
import { secretValuesFromEnv } from "../../../src/core/secrets/secret-values.ts";
import { shownPath } from "../../../src/platform/index.ts";
import type { BaselineFile, RunRecord } from "../../../src/record/index.ts";
import type { CliContext } from "../../context.ts";
import type { DiffBaselineFlags } from "./baseline-flags.ts";

/** Which suites and which target of a run belong into a file. */
export interface BaselineShare {
  /** Relative to the working directory, or absolute. */
  readonly file: string;
  readonly target: string;
  /** Ids. */
  readonly suites: ReadonlySet<string>;
}

/** A baseline file with a run taken into it. */
export interface AcceptedFile extends AcceptedRun {
  /** As people know it. */
  readonly file: string;
  readonly path: string;
  readonly text: string;
  /** Whether it would not be as it is. */
  readonly isNew: boolean;
}

export interface AcceptSetting {
  readonly flags: Pick<DiffBaselineFlags, "prune" | "allowLabels">;
  readonly context: Pick<CliContext, "cwd" | "files" | "env">;
}

/**
 * Takes a run into a baseline, as far as the file is there; nothing is written.
 *
 * @throws AppError or AppErrors where the file is broken, or the run does not belong into it.
 */
export async function acceptedFile(
  record: RunRecord,
  { file: written, target, suites }: BaselineShare,
  { flags, context: { cwd, files, env } }: AcceptSetting,
): Promise<AcceptedFile> {
  const path = resolve(cwd, written);
  const file = shownPath(path, cwd);
  const present = await files.read(path);
  const before: BaselineFile | undefined =
    present === undefined ? undefined : await parseBaseline(present, file);
  const now = baselineOfRun(record, target, suites);
  const { prune = false, allowLabels = false } = flags;
  checkAcceptance({ before, now, record }, { file, prune, allowLabels });
  const planned = record.started.plan.filter((each) => each.target === target);
  const accepted = acceptRun(before, now, { planned: new Set(planned.map(nameOf)), prune });
  const redactor = createRedactor({ known: secretValuesFromEnv(env) });
  const text = redactor.redact(baselineText(accepted.baseline));
  return { ...accepted, file, path, text, isNew: text !== present };
}
