import { basename, dirname, resolve } from "node:path";
import {
  type ComparedSystem,
  readBaseline,
  systemOfRun,
  targetsOfRun,
} from "../../src/compare/index.ts";
import { AppError } from "../../src/core/errors/app-error.ts";
import { readRun, type RunRecord } from "../../src/record/index.ts";
import type { CliContext } from "../context.ts";
import { runFolder } from "../flow/find-run.ts";

/** What a word of the command line names, before a target is chosen. */
export interface NamedSide {
  /** As it was written, without its target. */
  readonly name: string;
  /** What stands behind `#`. */
  readonly target: string | undefined;
  /** Sorted. */
  readonly targets: readonly string[];
  /** One of the targets, to be compared. */
  system(target: string): ComparedSystem;
  /** Where it is a run: with its folder. */
  readonly run?: { readonly folder: string; readonly record: RunRecord };
}

/**
 * Reads one side of a comparison: a run by its id, its folder or `latest`, or a baseline file; each
 * optionally with `#target`.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none; else as `readRun` and `readBaseline`.
 */
export async function readSide(
  written: string,
  reports: string,
  context: Pick<CliContext, "cwd" | "files">,
): Promise<NamedSide> {
  const hash = written.lastIndexOf("#");
  const name = hash < 0 ? written : written.slice(0, hash);
  const target = hash < 0 ? undefined : written.slice(hash + 1);
  const text = await fileText(resolve(context.cwd, name), context.files);
  if (text !== undefined) {
    const system = await readBaseline(text, name);
    return { name, target, targets: [system.target], system: () => system };
  }
  const folder = await runFolder(name, reports, context);
  const record = await readRun(folder);
  return {
    name,
    target,
    targets: targetsOfRun(record),
    system: (chosen) => systemOfRun(record, chosen),
    run: { folder, record },
  };
}

/** The text of a file; undefined where the path is a folder or nothing. */
async function fileText(path: string, files: CliContext["files"]): Promise<string | undefined> {
  if (!(await files.list(dirname(path))).includes(basename(path))) return undefined;
  if ((await files.list(path)).length > 0) return undefined;
  try {
    return await files.read(path);
  } catch (error) {
    // An empty folder.
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
