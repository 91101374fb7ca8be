import { AppError } from "../core/errors/app-error.ts";
import { isJsonObject, type JsonObject } from "../core/json.ts";
import { dictFromJson, toJson } from "../core/python/convert.ts";
import { isPyDict } from "../core/python/py-value.ts";
import { laxModel, type LaxModel } from "../schema/index.ts";
import type { ToolSpec } from "./tool-spec.ts";

export type ArgsValidation =
  | { readonly ok: true; readonly args: JsonObject }
  /** The text that the service gives the model, from the first line to the last. */
  | { readonly ok: false; readonly text: string };

const models = new WeakMap<ToolSpec, LaxModel>();

/**
 * What validates the arguments of a tool. A schema that was imported may say more than we can check; then
 * the arguments are taken as they are, as the service takes those of MCP tools.
 *
 * @throws AppError when the schema of a suite says something that cannot be validated.
 */
export function toolArgsModel(spec: ToolSpec): LaxModel {
  const known = models.get(spec);
  if (known !== undefined) return known;
  const isLenient = spec.origin !== "suite" && argsProblem(spec.inputSchema) !== undefined;
  const model = isLenient ? anyArguments : laxModel(spec.inputSchema, modelName(spec));
  models.set(spec, model);
  return model;
}

const anyArguments: LaxModel = {
  parse: (args) => ({
    ok: true,
    value: isJsonObject(args) && !isPyDict(args) ? dictFromJson(args) : args,
  }),
};

/** Why arguments cannot be held against an imported schema; undefined where they can. */
export function argsProblem(inputSchema: JsonObject): string | undefined {
  if (!isJsonObject(inputSchema["properties"]) && inputSchema["additionalProperties"] === true) {
    return "it does not name any argument";
  }
  try {
    laxModel(inputSchema, "Arguments");
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/**
 * Holds the arguments of a call against the schema of its tool, as the service does before it runs one:
 * what can be converted is, unknown ones are dropped, and nothing is added that the model left out.
 */
export function validateToolArgs(spec: ToolSpec, args: JsonObject): ArgsValidation {
  const parsed = toolArgsModel(spec).parse(args);
  if (!parsed.ok) return parsed;
  return {
    ok: true,
    args: Object.fromEntries([...parsed.value].map(([key, value]) => [key, toJson(value)])),
  };
}

/**
 * The sets of parameters of which the call would need one, when it has none of them whole; empty when all
 * is well. The schema cannot say this: the real tool finds out when it runs, and answers with an error.
 */
export function missingAlternatives(
  spec: ToolSpec,
  args: JsonObject,
): readonly (readonly string[])[] {
  const sets = spec.needsOneOf ?? [];
  const isWhole = sets.some((set) => set.every((key) => (args[key] ?? null) !== null));
  return isWhole ? [] : sets;
}

/** Errors name the class of the arguments, as the schema does; the service's are called after their tools. */
function modelName({ name, inputSchema: { title } }: ToolSpec): string {
  if (typeof title === "string" && /^[a-zA-Z_]\w{0,99}$/.test(title)) return title;
  const words = name.split(/[^a-zA-Z0-9]+/).filter((word) => word !== "");
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}Input`;
}
