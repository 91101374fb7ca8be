import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { AppError } from "../core/errors/app-error.ts";
import { errnoOf, readError, writeError } from "./file-error.ts";
import { writeAtomic } from "./write-atomic.ts";

/** Reading back more than this of a file would cost more than its oldest lines are worth. */
const maxBytes = 64 * 1024 * 1024;
const maxAttempts = 20;
/** A lock that is older was left by a process that was killed. */
const staleMs = 10 * 60_000;
const newline = 0x0a;

/**
 * Adds lines to a file to which other processes add lines too, and which they may shorten meanwhile. Each
 * line is in the file when this returns; after a torn line it begins a new one.
 *
 * @throws AppError FILE_UNWRITABLE or DISK_FULL
 */
export async function appendSharedLines(path: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(""));
  try {
    for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
      // The file may have been replaced before the lines were in it: then they are added once more.
      if (await appendOnce(path, bytes)) return;
    }
  } catch (error) {
    throw writeError(path, error);
  }
  throw new AppError("FILE_UNWRITABLE", `"${path}" is replaced again and again`, {
    hint: "check what else writes to it",
  });
}

/**
 * The complete lines of such a file, the last 64 MiB of them; none where there is no file.
 *
 * @throws AppError FILE_UNREADABLE
 */
export async function readSharedLines(path: string): Promise<readonly string[]> {
  try {
    return await withHandle(path, "r", async (handle) => {
      const { size } = await handle.stat();
      return linesBetween(handle, Math.max(0, size - maxBytes), size);
    });
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw readError(path, error);
  }
}

/**
 * Leaves only some lines of such a file, and those that are added while it does so. Another process that
 * does the same has precedence: then nothing happens.
 *
 * @throws AppError FILE_UNREADABLE, FILE_UNWRITABLE or DISK_FULL
 */
export async function thinSharedLines(
  path: string,
  choose: (lines: readonly string[]) => readonly string[],
  now: number,
): Promise<void> {
  const lock = `${path}.lock`;
  if (!(await takeLock(lock, now))) return;
  try {
    await withHandle(path, "r", async (handle) => {
      const { size } = await handle.stat();
      const lines = await linesBetween(handle, Math.max(0, size - maxBytes), size);
      const kept = choose(lines);
      await writeAtomic(
        path,
        kept.map((line) => `${line}\n`),
      );
      // What went to the old file before it had another name: who added it may not have noticed.
      const grown = await handle.stat();
      await appendSharedLines(path, await linesBetween(handle, size, grown.size));
    });
  } catch (error) {
    throw readError(path, error);
  } finally {
    await rm(lock, { force: true });
  }
}

/** Whether the file that the bytes were added to is still the one of that name. */
async function appendOnce(path: string, bytes: Buffer): Promise<boolean> {
  return withHandle(path, "a+", async (handle) => {
    const before = await handle.stat({ bigint: true });
    const torn = before.size > 0n && (await lastByte(handle, before.size)) !== newline;
    const all = torn ? Buffer.concat([Buffer.from("\n"), bytes]) : bytes;
    // One write as a rule, which nobody else's can break up.
    for (let done = 0; done < all.length;) {
      const { bytesWritten } = await handle.write(all, done);
      done += bytesWritten;
    }
    const after = await statOrNothing(path);
    return after?.ino === before.ino && after.dev === before.dev;
  });
}

async function withHandle<T>(
  path: string,
  flags: string,
  work: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(path, flags);
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

async function lastByte(handle: FileHandle, size: bigint): Promise<number | undefined> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, Number(size) - 1);
  return buffer[0];
}

/** From `start`, or the first line after it, to `end`; a line without its end is not among them. */
async function linesBetween(
  handle: FileHandle,
  start: number,
  end: number,
): Promise<readonly string[]> {
  const buffer = Buffer.alloc(Math.max(0, end - start));
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const whole = buffer.subarray(0, buffer.subarray(0, filled).lastIndexOf(newline) + 1);
  const lines = whole.toString("utf8").split("\n").slice(0, -1);
  const isWithin = start > 0 && (await lastByte(handle, BigInt(start))) !== newline;
  return (isWithin ? lines.slice(1) : lines).filter((line) => line !== "");
}

async function statOrNothing(path: string): Promise<{ ino: bigint; dev: bigint } | undefined> {
  try {
    return await stat(path, { bigint: true });
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function takeLock(lock: string, now: number): Promise<boolean> {
  try {
    await withHandle(lock, "wx", async () => undefined);
    return true;
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw writeError(lock, error);
    const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: now }));
    // Taken down only: two that find it at the same time must not both go on.
    if (mtimeMs < now - staleMs) await rm(lock, { force: true });
    return false;
  }
}
