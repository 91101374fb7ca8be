import { AppError } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { compileSchema } from "../../schema/index.ts";
import { catalogTool } from "../catalog/catalog.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { toolArgsModel } from "../validate-tool-args.ts";
import { kindOf } from "./kind-of.ts";
import type { MockReader } from "./mock-reader.ts";
import { readToolSchema } from "./short-schema.ts";

/** What models accept as the name of a tool. */
const namePattern = /^[a-zA-Z0-9_-]{1,128}$/;

export interface Declaration {
  readonly schema: JsonValue;
  readonly description: JsonValue | undefined;
  /** Of what the tool returns. */
  readonly resultSchema?: JsonValue | undefined;
}

/** Makes a tool of its declaration in a suite. Undefined, and problems reported, when that cannot be done. */
export function declareTool(
  reader: MockReader,
  name: string,
  { schema, description, resultSchema }: Declaration,
): ToolSpec | undefined {
  const path = [name, "schema"];
  if (catalogTool(name) !== undefined) {
    return reader.meaning(path, `${name} is a tool of the service`, "leave its schema out");
  }
  if (!namePattern.test(name)) {
    return reader.meaning(
      [name],
      "a model does not accept this name of a tool",
      "letters, digits, _ and -, at most 128 of them",
    );
  }
  if (description !== undefined && typeof description !== "string") {
    return reader.form(
      [name, "description"],
      `description is ${kindOf(description)}; it must be a text`,
    );
  }
  if (!isJsonObject(schema)) {
    return reader.form(
      path,
      `schema is ${kindOf(schema)}; it must be a map`,
      "write { q: string, n?: integer, tags: [string] }, or a JSON Schema of an object",
    );
  }
  const problems = reader.problems.length;
  const inputSchema = readToolSchema(schema, (inner, message, hint) => {
    reader.meaning([...path, ...inner], message, hint);
  });
  const returned = readResultSchema(reader, name, resultSchema);
  if (reader.problems.length > problems) return undefined;
  const spec: ToolSpec = {
    name,
    description: description ?? `The tool ${name}.`,
    inputSchema,
    scope: "none",
    writes: false,
    privileges: [],
    origin: "suite",
    ...(returned !== undefined && { resultSchema: returned }),
  };
  return isUsable(reader, spec, path) ? spec : undefined;
}

function readResultSchema(
  reader: MockReader,
  name: string,
  schema: JsonValue | undefined,
): JsonObject | undefined {
  const path = [name, "result_schema"];
  if (schema === undefined) return undefined;
  if (!isJsonObject(schema)) {
    return reader.form(path, `result_schema is ${kindOf(schema)}; it must be a map`);
  }
  try {
    compileSchema(schema);
    return schema;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return reader.meaning(path, error.message, error.hint);
  }
}

function isUsable(reader: MockReader, spec: ToolSpec, path: readonly string[]): boolean {
  try {
    toolArgsModel(spec);
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    reader.meaning(path, error.message, error.hint);
    return false;
  }
}
