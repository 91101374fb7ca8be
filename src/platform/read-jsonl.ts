import { createReadStream } from "node:fs";
import { AppError } from "../core/errors/app-error.ts";
import type { JsonValue } from "../core/json.ts";
import { readError } from "./file-error.ts";

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
  // The rest of a line is kept in pieces: adding to a string chunk by chunk is slow for long lines.
  let pieces: string[] = [];
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
      const lines = String(chunk).split("\n");
      const rest = lines.pop() ?? "";
      for (const line of lines) {
        values.push(parseLine(pieces.join("") + line, { file: path, line: values.length + 1 }));
        pieces = [];
      }
      pieces.push(rest);
    }
  } catch (error) {
    throw readError(path, error);
  }
  return { values, torn: pieces.some((piece) => piece !== "") };
}

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
