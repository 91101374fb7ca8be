import { createReadStream } from "node:fs";
import { AppError } from "../core/errors/app-error.ts";
import type { JsonValue } from "../core/json.ts";
import { readError } from "./file-error.ts";
import type { Slice } from "./read-slice.ts";

export interface JsonlContent {
  readonly values: readonly JsonValue[];
  /** Whether the last line was cut short, as a killed process leaves it; it is not among the values. */
  readonly torn: boolean;
}

/**
 * Reads a file of one JSON value a line.
 *
 * @throws AppError FILE_NOT_FOUND, FILE_UNREADABLE, or JSONL_BROKEN for a complete line that is not JSON.
 */
export async function readJsonl(path: string): Promise<JsonlContent> {
  const values: JsonValue[] = [];
  const batches = streamJsonl(path);
  for (;;) {
    const { done, value } = await batches.next();
    if (done === true) return { values, torn: value };
    for (const each of value) values.push(each.value);
  }
}

/** A value with where its line stands in the file, without its end. */
export interface PlacedValue {
  readonly value: JsonValue;
  readonly slice: Slice;
}

/**
 * The same for a file that does not fit into memory: its values some at a time, as they come.
 *
 * @returns whether the last line was cut short
 * @throws AppError like {@link readJsonl}
 * @yields the values of the lines that were read at once
 */
export async function* streamJsonl(
  path: string,
): AsyncGenerator<readonly PlacedValue[], boolean, void> {
  // The rest of a line is kept in pieces: adding to it chunk by chunk is slow for long lines.
  let pieces: Uint8Array[] = [];
  let line = 0;
  let start = 0;
  try {
    const chunks: AsyncIterable<Buffer> = createReadStream(path);
    for await (const chunk of chunks) {
      const values: PlacedValue[] = [];
      let from = 0;
      for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
        const rest = chunk.subarray(from, end);
        const bytes = pieces.length === 0 ? rest : Buffer.concat([...pieces, rest]);
        line += 1;
        const value = parseLine(bytes.toString("utf8"), { file: path, line });
        values.push({ value, slice: { start, length: bytes.length } });
        start += bytes.length + 1;
        pieces = [];
        from = end + 1;
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from));
      if (values.length > 0) yield values;
    }
  } catch (error) {
    throw readError(path, error);
  }
  return pieces.length > 0;
}

const newline = 0x0a;

function parseLine(line: string, place: { file: string; line: number }): JsonValue {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new AppError("JSONL_BROKEN", "this line is not JSON", {
      place,
      hint: "only flowproof should write to this file; restore it, or run again",
      cause: error,
    });
  }
}
