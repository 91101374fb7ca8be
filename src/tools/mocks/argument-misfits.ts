import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { ToolSpec } from "../tool-spec.ts";
import { type Misfit, misfits } from "./fit-matcher.ts";

/** The parameters of both forms of a tool that has an older one: a step may call that. */
export function parameterNames({
  inputSchema,
  supersedes,
}: ToolSpec): readonly string[] | undefined {
  const { properties } = inputSchema;
  if (!isJsonObject(properties)) return undefined;
  const { properties: olderProperties = {} } = supersedes?.inputSchema ?? {};
  return [...new Set([...Object.keys(properties), ...Object.keys(olderProperties ?? {})])];
}

/**
 * Why a matcher of an argument can never hold for what reaches the tool, after the conversions that
 * arguments go through. None where one of the forms of the tool lets the value through.
 */
export function argumentMisfits(
  key: string,
  value: JsonValue,
  { inputSchema, supersedes }: ToolSpec,
): readonly Misfit[] {
  const forms = [inputSchema, ...(supersedes === undefined ? [] : [supersedes.inputSchema])];
  const found = forms.flatMap((root) => {
    const { properties, required } = root;
    if (!isJsonObject(properties) || !Object.hasOwn(properties, key)) return [];
    const isRequired = isJsonArray(required) && required.includes(key);
    const misfit = misfits(value, { schema: properties[key], root });
    return [isRequired ? [...absence(value), ...misfit] : misfit];
  });
  return found.some((each) => each.length === 0) ? [] : (found[0] ?? []);
}

function absence(value: JsonValue): readonly Misfit[] {
  const isAsked = isJsonObject(value) && value["$exists"] === false;
  return isAsked ? [{ path: ["$exists"], message: "every call has it" }] : [];
}
