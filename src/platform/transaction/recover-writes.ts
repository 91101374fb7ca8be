import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeError } from "../file-error.ts";
import { type Journal, journalName, stagedName } from "./journal.ts";
import { isWithin, leadsOut } from "./leads-out.ts";
import { isAlive, isOwn, stagesIn } from "./stages.ts";

/**
 * Finishes what `writeTogether` was stopped in, and removes what it had not committed to. Writes of
 * programs that still run are left alone.
 *
 * @returns whether files were put in their places
 * @throws AppError FILE_UNWRITABLE
 */
export async function recoverWrites(root: string): Promise<boolean> {
  let isFinished = false;
  for (const name of await stagesIn(root)) {
    const stage = join(root, name);
    // What this program itself left behind has been given up.
    if (isAlive(name) && !isOwn(name)) continue;
    const journal = await readJournal(stage);
    try {
      if (journal !== undefined) {
        finish(root, stage, journal);
        isFinished = true;
      }
      rmSync(stage, { recursive: true, force: true });
    } catch (error) {
      throw writeError(root, error);
    }
  }
  return isFinished;
}

async function readJournal(stage: string): Promise<Journal | undefined> {
  try {
    const journal: unknown = JSON.parse(await readFile(join(stage, journalName), "utf8"));
    return isJournal(journal) ? journal : undefined;
  } catch {
    return undefined;
  }
}

function isJournal(value: unknown): value is Journal {
  return (
    typeof value === "object" &&
    value !== null &&
    "paths" in value &&
    Array.isArray(value.paths) &&
    value.paths.every((path) => typeof path === "string" && !path.split(/[/\\]/).includes(".."))
  );
}

/** Files that are no longer staged are in their places already. */
function finish(root: string, stage: string, { paths }: Journal): void {
  for (const [index, path] of paths.entries()) {
    const staged = join(stage, stagedName(index));
    if (!existsSync(staged)) continue;
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    // A repository may bring such a folder with it, and a link beside it.
    if (!isWithin(realpathSync(dirname(target)), realpathSync(root))) throw leadsOut(path);
    renameSync(staged, target);
  }
}
