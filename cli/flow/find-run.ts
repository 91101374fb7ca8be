import { join, resolve } from "node:path";
import { AppError } from "../../src/core/errors/app-error.ts";
import { suggest } from "../../src/core/text/suggest.ts";
import { readRun, type RunRecord } from "../../src/record/index.ts";
import type { CliContext } from "../context.ts";

const journal = "events.jsonl";

/**
 * The record of a run by its folder, its id, or `latest`.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none.
 */
export async function findRun(
  name: string,
  reports: string,
  context: Pick<CliContext, "cwd" | "files">,
): Promise<RunRecord> {
  return readRun(await runFolder(name, reports, context));
}

/**
 * The folder of a run by its path, its id, or `latest`.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none.
 */
export async function runFolder(
  name: string,
  reports: string,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<string> {
  const folders = [resolve(cwd, name), join(resolve(cwd, reports), name)];
  for (const folder of folders) {
    if ((await files.list(folder)).includes(journal)) return folder;
  }
  // Where no links can be made, `latest` is a file that holds the id.
  const isFile = (await files.list(resolve(cwd, reports))).includes(name);
  const id = isFile ? await idIn(join(resolve(cwd, reports), name), files) : undefined;
  if (id !== undefined) return join(resolve(cwd, reports), id);
  for (const folder of folders) {
    if ((await files.list(folder)).length === 0) continue;
    throw new AppError(
      "RECORD_NOT_FOUND",
      `the folder "${name}" is not a run's: it has no ${journal}`,
      {
        hint: "name a run's folder, its id, or latest",
      },
    );
  }
  throw new AppError(
    "RECORD_NOT_FOUND",
    `there is no run "${name}", neither here nor in ${reports}`,
    { hint: nearestRun(name, await files.list(resolve(cwd, reports))) },
  );
}

/** What may have been meant: the name most like it, or else the last run. */
function nearestRun(name: string, entries: readonly string[]): string {
  const ids = entries.filter((entry) => /^\d{8}/.test(entry));
  const last = ids.at(-1);
  if (last === undefined) {
    return "name a run's folder, its id, or latest; `flowproof eval run` makes one";
  }
  const near = suggest(name, [...ids, "latest"]);
  return near === undefined
    ? `name a run's folder, its id, or latest, which is ${last}`
    : `did you mean "${near}"?`;
}

async function idIn(path: string, files: CliContext["files"]): Promise<string | undefined> {
  try {
    const id = (await files.read(path))?.trim() ?? "";
    return /^[\w.-]+$/.test(id) ? id : undefined;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
