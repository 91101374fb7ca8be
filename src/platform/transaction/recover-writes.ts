import { existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { errnoOf, writeError } from "../file-error.ts";
import { type Journal, journalName, stagedName, stagePrefix } from "./journal.ts";
import { isWithin, leadsOut } from "./leads-out.ts";

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
    if (isAlive(name)) continue;
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

async function stagesIn(root: string): Promise<readonly string[]> {
  try {
    const names = await readdir(root);
    return names.filter((name) => name.startsWith(stagePrefix)).toSorted();
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw writeError(root, error);
  }
}

/** Whether the process that made the folder is still there; its number may have gone to another one. */
function isAlive(stage: string): boolean {
  const pid = Number(/^(\d+)-/.exec(stage.slice(stagePrefix.length))?.[1]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
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
