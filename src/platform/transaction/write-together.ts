import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { lstat, mkdir, open, realpath, rename, rm } from "node:fs/promises";
import { dirname, isAbsolute, join, normalize, sep } from "node:path";
import process from "node:process";
import { AppError } from "../../core/errors/app-error.ts";
import { writeError } from "../file-error.ts";
import { claimName, type Journal, journalName, stagePrefix, stagedName } from "./journal.ts";
import { isWithin, leadsOut } from "./leads-out.ts";
import { isAlive, stagesIn } from "./stages.ts";

/** A file to write, by its path in the folder that is written to. */
export interface PlannedWrite {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes several files of one folder, all of them or none. They are prepared beside their places and then
 * put there in one go, the last one last; if the machine stops in the middle, `recoverWrites` finishes it.
 *
 * @param root exists
 * @param check is asked when everything is prepared, right before the first file is put in its place, and
 * throws where the folder is no longer what the writes were planned for
 * @throws AppError FILE_UNWRITABLE or DISK_FULL; nothing is then written
 */
export async function writeTogether(
  root: string,
  writes: readonly PlannedWrite[],
  check?: () => Promise<void>,
): Promise<void> {
  const outside = writes.find(({ path }) => !isInside(path));
  if (outside !== undefined) throw leadsOut(outside.path);
  const stage = join(root, `${stagePrefix}${process.pid}-${randomUUID()}`);
  try {
    await prepare(stage, writes);
    await claim(root, stage);
    await check?.();
    await commit(stage, { paths: writes.map(({ path }) => path) });
  } catch (error) {
    await rm(stage, { recursive: true, force: true }).catch(() => undefined);
    throw writeError(root, error);
  }
  try {
    putInPlace(root, stage, writes);
  } catch (error) {
    // The journal stays: the next call of recoverWrites finishes what can be finished.
    throw writeError(root, error);
  }
}

/**
 * From here on no other program that writes gets past this point: what is checked next stays so. Of two
 * that come at the same time both may give up.
 */
async function claim(root: string, stage: string): Promise<void> {
  await writeSynced(join(stage, claimName), "");
  const others = (await stagesIn(root)).filter((name) => join(root, name) !== stage);
  const claimed = others.filter((name) => isAlive(name) && existsSync(join(root, name, claimName)));
  if (claimed.length === 0) return;
  throw new AppError("FILE_UNWRITABLE", `another program is writing to "${root}"`, {
    hint: "run the command again when it is done",
  });
}

async function prepare(stage: string, writes: readonly PlannedWrite[]): Promise<void> {
  await mkdir(stage);
  for (const [index, { path, text }] of writes.entries()) {
    await writeSynced(join(stage, stagedName(index)), text);
    await checkPlace(dirname(stage), path);
  }
}

/** Whatever keeps a file from being put in its place shall be known before anything changes. */
async function checkPlace(root: string, path: string): Promise<void> {
  const folder = join(root, dirname(path));
  await mkdir(folder, { recursive: true });
  const [top, real] = [await realpath(root), await realpath(folder)];
  if (!isWithin(real, top)) throw leadsOut(path);
  const target = await lstat(join(root, path)).catch(() => undefined);
  if (target !== undefined && !target.isFile()) {
    throw new AppError("FILE_UNWRITABLE", `something that is no file stands at "${path}"`, {
      hint: "move it away; a link there is not followed",
    });
  }
}

function isInside(path: string): boolean {
  const plain = normalize(path);
  return !isAbsolute(plain) && plain !== ".." && !plain.startsWith(`..${sep}`);
}

/** From here on the writes are as good as done. */
async function commit(stage: string, journal: Journal): Promise<void> {
  const draft = join(stage, `${journalName}.tmp`);
  await writeSynced(draft, JSON.stringify(journal));
  await rename(draft, join(stage, journalName));
}

/** In one go: no signal and no other work of this process comes in between. */
function putInPlace(root: string, stage: string, writes: readonly PlannedWrite[]): void {
  for (const [index, { path }] of writes.entries()) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    renameSync(join(stage, stagedName(index)), join(root, path));
  }
  rmSync(stage, { recursive: true, force: true });
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, "wx", 0o644);
  try {
    await handle.writeFile(text, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}
