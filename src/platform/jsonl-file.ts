import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import type { JsonValue } from "../core/json.ts";
import { writeError } from "./file-error.ts";
import type { Slice } from "./read-slice.ts";

/** A file of one JSON value a line that only grows. */
export interface JsonlFile {
  /** Adds a line and hands it to the operating system before it returns. */
  append(value: JsonValue): void;
  /** Like `append`, for a value that is JSON already, on one line; says where it stands now, without its end. */
  appendLine(json: string): Slice;
  /**
   * Adds a line, after those before and before those after it, at the end of this tick at the latest:
   * many lines then are one write. What goes wrong is thrown by the next call.
   */
  appendSoon(json: string): void;
  close(): Promise<void>;
}

/** What is needed of an open file; apart, so that a full disk can be tried out. */
export interface ByteSink {
  /** Writes some of the bytes and returns how many, as the system call does. */
  write(bytes: Uint8Array): number;
  truncate(length: number): void;
}

/**
 * Opens or creates a JSONL file to append to. A last line that was torn, by a kill or a full disk, is
 * cut off first.
 *
 * @throws AppError FILE_UNWRITABLE or DISK_FULL, here and in `append`.
 */
export async function openJsonl(path: string): Promise<JsonlFile> {
  return attempt(path, () => {
    // One handle for reading back the end and for writing; never truncates what is there.
    const descriptor = openSync(path, "a+");
    const end = endOfLastLine(descriptor);
    if (end < fstatSync(descriptor).size) ftruncateSync(descriptor, end);
    const sink: ByteSink = {
      write: (bytes) => writeSync(descriptor, bytes),
      truncate: (length) => {
        ftruncateSync(descriptor, length);
      },
    };
    const write = lineAppender(sink, path, end);
    let size = end;
    const { append, appendSoon } = collected((lines) => {
      size = write(lines);
    });
    const appendLine = (json: string): Slice => {
      append(json);
      const length = Buffer.byteLength(json);
      return { start: size - 1 - length, length };
    };
    let open = true;
    return {
      append: (value) => append(JSON.stringify(value)),
      appendLine,
      appendSoon,
      close: () =>
        attempt(path, () => {
          if (!open) return;
          open = false;
          try {
            append();
          } finally {
            closeSync(descriptor);
          }
        }),
    };
  });
}

/**
 * A function that adds whole lines, and returns how long the file is then: a line that does not fit is taken
 * back, and the file stays readable.
 */
export function lineAppender(
  sink: ByteSink,
  path: string,
  start: number,
): (line: string) => number {
  let length = start;
  return (line) => {
    const bytes = Buffer.from(`${line}\n`, "utf8");
    try {
      // A disk that fills up takes a part of a write without an error; only the next one fails.
      for (let done = 0; done < bytes.length;) done += sink.write(bytes.subarray(done));
      length += bytes.length;
      return length;
    } catch (error) {
      tryTo(() => {
        sink.truncate(length);
      });
      throw writeError(path, error);
    }
  };
}

interface Collector {
  /** Writes what is collected, and then a line. */
  readonly append: (line?: string) => void;
  readonly appendSoon: (line: string) => void;
}

/** Collects lines that come in the same tick. */
function collected(write: (lines: string) => void): Collector {
  let lines: string[] = [];
  let scheduled: NodeJS.Immediate | undefined;
  let failure: { readonly error: unknown } | undefined;
  const append = (line?: string): void => {
    if (scheduled !== undefined) clearImmediate(scheduled);
    scheduled = undefined;
    if (failure !== undefined) throw failure.error;
    if (line !== undefined) lines.push(line);
    if (lines.length === 0) return;
    const text = lines.join("\n");
    lines = [];
    write(text);
  };
  const flush = (): void => {
    try {
      append();
    } catch (error) {
      failure = { error };
    }
  };
  return {
    append,
    appendSoon(line) {
      if (failure !== undefined) throw failure.error;
      lines.push(line);
      scheduled ??= setImmediate(flush);
    },
  };
}

const newline = 0x0a;
const blockSize = 64 * 1024;

/** Offset after the last newline of a file; 0 where there is none. */
function endOfLastLine(descriptor: number): number {
  const block = Buffer.alloc(blockSize);
  let end = fstatSync(descriptor).size;
  while (end > 0) {
    const start = Math.max(0, end - blockSize);
    const length = readSync(descriptor, block, 0, end - start, start);
    const index = block.subarray(0, length).lastIndexOf(newline);
    if (index >= 0) return start + index + 1;
    end = start;
  }
  return 0;
}

async function attempt<T>(path: string, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw writeError(path, error);
  }
}

/** For a repair after an error: when it fails too, the first error is the one to tell. */
function tryTo(repair: () => void): void {
  try {
    repair();
  } catch {
    // The reader drops a torn last line anyway.
  }
}
