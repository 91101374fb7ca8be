import { AppError } from "../../core/errors/app-error.ts";
import { PyJsonError } from "../../core/python/py-json-error.ts";
import { parsePyJson } from "../../core/python/py-json.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";

const start = { line: 1, column: 1 };

/** Reads a response schema's file of a registry, which is the definition itself. */
export function readRegistrySchema(text: string, file: string, id: string): ResponseSchemaEntry {
  const definition = parse(text, file);
  if (isPyDict(definition)) return { at: [], range: { start, end: start }, file, id, definition };
  const message = `the response schema "${id}" is no JSON object`;
  throw new AppError("FLOW_RESPONSE_SCHEMA_INVALID", message, { place: { file } });
}

function parse(text: string, file: string): PyValue {
  try {
    return parsePyJson(text);
  } catch (error) {
    if (!(error instanceof PyJsonError)) throw error;
    const { line, column } = error;
    const message = `the file is not JSON: ${error.message}`;
    throw new AppError("FLOW_RESPONSE_SCHEMA_INVALID", message, { place: { file, line, column } });
  }
}
