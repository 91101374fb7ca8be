import { readdir } from "node:fs/promises";
import process from "node:process";
import { errnoOf, writeError } from "../file-error.ts";
import { stagePrefix } from "./journal.ts";

/** The names of the folders in which files are prepared, sorted. */
export async function stagesIn(root: string): Promise<readonly string[]> {
  try {
    const names = await readdir(root);
    return names.filter((name) => name.startsWith(stagePrefix)).toSorted();
  } catch (error) {
    if (errnoOf(error) === "ENOENT" || errnoOf(error) === "ENOTDIR") return [];
    throw writeError(root, error);
  }
}

/** Whether the process that made the folder is still there; its number may have gone to another one. */
export function isAlive(stage: string): boolean {
  const pid = pidOf(stage);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === "EPERM";
  }
}

/** Whether this process made the folder. */
export function isOwn(stage: string): boolean {
  return pidOf(stage) === process.pid;
}

function pidOf(stage: string): number {
  return Number(/^(\d+)-/.exec(stage.slice(stagePrefix.length))?.[1]);
}
