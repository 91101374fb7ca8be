import { join } from "node:path";
import { AppError } from "../../core/errors/app-error.ts";
import type { Files } from "../../core/files.ts";
import { lockFileName } from "../../flow/index.ts";
import { ensureFolder, type PlannedWrite, writeTogether } from "../../platform/index.ts";

/** What the folder held when its changes were planned. */
export interface PlannedFrom {
  readonly files: Files;
  readonly lockText: string | undefined;
  readonly textAt: (path: string) => string | undefined;
}

/**
 * Puts files and the lock in their places, all of them or none.
 *
 * @throws AppError CATALOG_FOLDER_CHANGED where the folder is no longer what the plan was made for
 */
export async function writePlan(
  folder: string,
  { writes, lock }: { readonly writes: readonly PlannedWrite[]; readonly lock: string },
  { files, lockText, textAt }: PlannedFrom,
): Promise<void> {
  await ensureFolder(folder);
  const all = lock === lockText ? writes : [...writes, { path: lockFileName, text: lock }];
  if (all.length === 0) return;
  await writeTogether(folder, all, async () => {
    for (const { path } of all) {
      const expected = path === lockFileName ? lockText : textAt(path);
      if ((await files.read(join(folder, path))) !== expected) throw changedMeanwhile(path);
    }
  });
}

function changedMeanwhile(path: string): AppError {
  return new AppError("CATALOG_FOLDER_CHANGED", `${path} changed while items were fetched`, {
    hint: "another fetch or an editor is at work in the folder; run the command again",
  });
}
