import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import type { PyDict } from "../../core/python/py-value.ts";
import { laxModel, type LaxResult } from "../../schema/index.ts";
import type { ResponseSchemaEntry } from "../model/response-schema-entry.ts";
import { problemError } from "../problem/flow-problem.ts";
import { checkDefinition } from "./check-definition.ts";
import { normalizeDefinition } from "./normalize-definition.ts";

/** A response schema as the tool through which an agent answers. */
export interface ResponseSchema {
  readonly id: string;
  /** The schema's title, or else its id. */
  readonly toolName: string;
  /** What the model is offered. */
  readonly definition: {
    readonly name: string;
    readonly description: string;
    readonly inputSchema: JsonObject;
  };
  /** The fields at the root, which routers and inputs can read from the answer. */
  readonly fields: readonly string[];
  /** The answer with every declared field, null where an optional one was left out; or what is wrong with it. */
  parse(args: JsonObject | PyDict): LaxResult;
}

const instructions = [
  "This tool is how you give your final answer, and the only way to finish your task.",
  "Call it once, when everything else is done, with the whole answer in its fields.",
  "Fill in every required field, and keep to what each field allows.",
  "Do not call it together with other tools, and call no tool after it.",
].join("\n");

/**
 * Makes the tool of a response schema.
 *
 * @throws AppError or AppErrors FLOW_RESPONSE_SCHEMA_INVALID for everything that the service refuses
 */
export function compileResponseSchema(entry: ResponseSchemaEntry): ResponseSchema {
  const findings = checkDefinition(entry.definition);
  throwAll(
    findings.map(({ rule, message, hint }) => {
      const told = `response schema "${entry.id}": ${message}`;
      return problemError(
        { at: entry.at, range: entry.range, rule, message: told, hint },
        entry.file,
      );
    }),
  );
  const definition = toJson(entry.definition);
  const inputSchema = normalizeDefinition(isJsonObject(definition) ? definition : {});
  const title = entry.definition.get("title");
  const toolName = typeof title === "string" && title !== "" ? title : entry.id;
  const description = entry.definition.get("description");
  const about = typeof description === "string" && description !== "" ? `\n\n${description}` : "";
  const model = buildModel(inputSchema, toolName, entry);
  return {
    id: entry.id,
    toolName,
    definition: { name: toolName, description: `${instructions}${about}`, inputSchema },
    fields: Object.keys(isJsonObject(inputSchema["properties"]) ? inputSchema["properties"] : {}),
    parse: (args) => model.parse(args),
  };
}

function buildModel(
  schema: JsonObject,
  title: string,
  { id, file, range }: ResponseSchemaEntry,
): ReturnType<typeof laxModel> {
  try {
    return laxModel(schema, title, { fillOptional: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const message = `response schema "${id}": ${error.message}`;
    const place = { file, ...range.start };
    throw new AppError("FLOW_RESPONSE_SCHEMA_INVALID", message, { place, cause: error });
  }
}
