import { join, resolve } from "node:path";
import { AppError } from "../../../src/core/errors/app-error.ts";
import { readLatest } from "../../../src/platform/index.ts";
import type { CliContext } from "../../context.ts";

const journal = "events.jsonl";

/**
 * The folder of a run by its path, its id, or `latest`.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none.
 */
export async function findRunFolder(
  name: string,
  reports: string,
  { cwd, files }: Pick<CliContext, "cwd" | "files">,
): Promise<string> {
  const all = resolve(cwd, reports);
  const id = name === "latest" ? await readLatest(all) : name;
  const folders = id === undefined ? [] : [join(all, id), resolve(cwd, name)];
  for (const folder of folders) {
    if ((await files.list(folder)).includes(journal)) return folder;
  }
  throw new AppError("RECORD_NOT_FOUND", `there is no run "${name}" to go on with in ${reports}`, {
    hint: "name a run's id, its folder, or latest; paths of suites stand before --resume",
  });
}
