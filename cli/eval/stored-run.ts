import { type StoredRun, storedRun } from "../../src/eval/index.ts";
import { readEvents } from "../../src/record/index.ts";
import type { CliContext } from "../context.ts";
import { runFolder } from "../flow/find-run.ts";

/**
 * A run with all that was said in it, by its folder, its id, or `latest`.
 *
 * @throws AppError RECORD_NOT_FOUND where there is none; else as `readEvents`.
 */
export async function readStoredRun(
  name: string,
  reports: string,
  context: Pick<CliContext, "cwd" | "files">,
): Promise<StoredRun> {
  return storedRun(await readEvents(await runFolder(name, reports, context)));
}
