import { link, rm, writeFile } from "node:fs/promises";
import type { Clock } from "../../core/clock.ts";
import { AppError } from "../../core/errors/app-error.ts";
import { errnoOf, writeError } from "../file-error.ts";
import { readTextIfExists } from "../read-text.ts";
import { temporaryBeside } from "../write-atomic.ts";
import { isGone, type LockHolder, ownHolder, parseHolder } from "./lock-holder.ts";

/** A lock that this process holds. */
export interface FileLock {
  /** Gives it back; a second time, or where somebody took the file away, nothing is left to do. */
  release(): Promise<void>;
}

/** So often a lock may turn out to be gone between two looks at it. */
const maxAttempts = 20;

/**
 * Takes a lock: a file that says who holds it. One whose process is gone is taken over, and of several
 * that want to, one gets it. The folder must exist.
 *
 * @throws AppError FILE_LOCKED, FILE_UNWRITABLE or DISK_FULL
 */
export async function acquireLock(path: string, clock: Clock): Promise<FileLock> {
  const own = await ownHolder(clock);
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    if (await create(path, own)) return { release: () => release(path, own) };
    const text = await readTextIfExists(path);
    // Given back just now.
    if (text === undefined) continue;
    const holder = parseHolder(text);
    if (holder === undefined || !(await isGone(holder))) throw locked(path, holder);
    await removeLeft(path, holder, clock);
  }
  throw locked(path, undefined);
}

/**
 * Removes the lock of a process that is gone. Only who holds the lock on that very lock may: without it,
 * the second of two would remove what the first has just taken.
 */
async function removeLeft(path: string, holder: LockHolder, clock: Clock): Promise<void> {
  const guard = await acquireLock(`${path}.${holder.token}`, clock);
  try {
    await release(path, holder);
  } finally {
    await guard.release();
  }
}

async function release(path: string, { token }: LockHolder): Promise<void> {
  const text = await readTextIfExists(path);
  if (text === undefined || parseHolder(text)?.token !== token) return;
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw writeError(path, error);
  }
}

/** Makes the file with what it says in one step, so that no kill leaves one that says nothing. */
async function create(path: string, holder: LockHolder): Promise<boolean> {
  const temporary = temporaryBeside(path);
  const text = `${JSON.stringify(holder)}\n`;
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await link(temporary, path);
    return true;
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EEXIST") return false;
    if (errno !== undefined && withoutLinks.has(errno)) return createPlainly(path, text);
    throw writeError(path, error);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** What file systems say that know no second names. */
const withoutLinks: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

async function createPlainly(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw writeError(path, error);
  }
}

function locked(path: string, holder: LockHolder | undefined): AppError {
  const hint = `wait for its end; if nothing runs any more, remove "${path}"`;
  const by =
    holder === undefined
      ? "somebody"
      : `pid ${holder.pid} on host ${holder.host} since ${holder.at}`;
  return new AppError("FILE_LOCKED", `"${path}" is locked by ${by}`, { hint });
}
