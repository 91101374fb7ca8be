import { appendFileSync, closeSync, fstatSync, ftruncateSync, openSync, readSync } from "node:fs";
import { AppError } from "../core/errors/app-error.ts";
import { writeError } from "./file-error.ts";

/** What became of a file of lines. */
export interface KeptLines {
  /** Lines at its front that are as they should be; they are what the file holds now. */
  readonly lines: number;
  /** Bytes behind them that were moved elsewhere. */
  readonly movedBytes: number;
}

const newline = 0x0a;
const blockSize = 256 * 1024;

/**
 * Keeps the lines at the front of a file that are as they should be, and moves what is broken at its end
 * to another file, behind what may be there. A broken line with good ones behind it is no end: nothing is
 * touched then.
 *
 * @throws AppError JSONL_BROKEN for such a line; FILE_UNWRITABLE or DISK_FULL
 */
export function keepWholeLines(
  path: string,
  brokenPath: string,
  isGood: (line: string) => boolean,
): KeptLines {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r+");
    const front = goodFront(descriptor, path, isGood);
    const { size } = fstatSync(descriptor);
    if (front.bytes < size) {
      // Only when it stands elsewhere it is taken away.
      for (const block of blocksOf(descriptor, front.bytes)) appendFileSync(brokenPath, block);
      ftruncateSync(descriptor, front.bytes);
    }
    return { lines: front.lines, movedBytes: size - front.bytes };
  } catch (error) {
    throw writeError(path, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

interface Front {
  readonly lines: number;
  readonly bytes: number;
}

function goodFront(descriptor: number, path: string, isGood: (line: string) => boolean): Front {
  let end: Front = { lines: 0, bytes: 0 };
  let line = 0;
  let brokenLine: number | undefined;
  for (const { text, after } of linesOf(descriptor)) {
    line += 1;
    if (!isGood(text)) brokenLine ??= line;
    else if (brokenLine === undefined) end = { lines: line, bytes: after };
    else {
      throw new AppError("JSONL_BROKEN", "this line is broken, and there are whole ones after it", {
        place: { file: path, line: brokenLine },
        hint: "restore the file from a copy, or start a new run",
      });
    }
  }
  return end;
}

/**
 * Whole lines; what follows the last newline is none.
 *
 * @yields each with the offset after it
 */
function* linesOf(descriptor: number): Generator<{ text: string; after: number }, void> {
  let pieces: Buffer[] = [];
  let offset = 0;
  for (const block of blocksOf(descriptor, 0)) {
    let start = 0;
    for (let at = block.indexOf(newline); at >= 0; at = block.indexOf(newline, start)) {
      pieces.push(block.subarray(start, at));
      yield { text: Buffer.concat(pieces).toString("utf8"), after: offset + at + 1 };
      pieces = [];
      start = at + 1;
    }
    pieces.push(block.subarray(start));
    offset += block.length;
  }
}

function* blocksOf(descriptor: number, from: number): Generator<Buffer, void> {
  for (let position = from; ;) {
    // Of its own each time: pieces of it are kept.
    const block = Buffer.allocUnsafe(blockSize);
    const length = readSync(descriptor, block, 0, blockSize, position);
    if (length === 0) return;
    yield block.subarray(0, length);
    position += length;
  }
}
