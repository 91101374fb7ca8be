import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import type { ModelTraits } from "../model-traits.ts";
import { checkCacheControl } from "./check-cache-control.ts";
import { checkInputSchema } from "./check-input-schema.ts";
import { checkKeys, checkString, eachOf, isList } from "./check.ts";

/** The form of a tool's name, where it is offered and where it is called. */
export const namePattern: RegExp = /^[a-zA-Z0-9_-]{1,128}$/;

const known: ReadonlySet<string> = new Set([
  "allowed_callers",
  "cache_control",
  "defer_loading",
  "description",
  "eager_input_streaming",
  "input_examples",
  "input_schema",
  "name",
  "strict",
  "type",
]);

/** The tools offered, and what is said about choosing among them. */
export function checkTools(body: JsonObject, traits: ModelTraits): string | undefined {
  const tools = body["tools"] ?? [];
  if (!isList(tools)) return "tools: Input should be a valid list";
  return (
    eachOf(tools, "tools", checkTool) ??
    checkUnique(tools.map(nameOf)) ??
    checkChoice(body["tool_choice"], tools.map(nameOf), traits)
  );
}

function checkTool(tool: JsonValue, path: string): string | undefined {
  if (!isJsonObject(tool)) return `${path}: Input should be a valid dictionary`;
  const { type, name, description, input_schema: schema } = tool;
  if (type !== undefined && type !== null && type !== "custom") {
    return `${path}: Input tag '${JSON.stringify(type)}' found using 'type' does not match any of the expected tags: 'custom'`;
  }
  const at = `${path}.custom`;
  if (typeof name !== "string") return checkString(tool, at, "name");
  if (!namePattern.test(name)) {
    return `${at}.name: String should match pattern '${namePattern.source}'`;
  }
  if (description !== undefined && typeof description !== "string") {
    return `${at}.description: Input should be a valid string`;
  }
  return (
    checkInputSchema(schema, `${at}.input_schema`) ??
    checkCacheControl(tool["cache_control"], `${at}.`) ??
    checkKeys(tool, at, known)
  );
}

function nameOf(tool: JsonValue): string {
  const name = isJsonObject(tool) ? tool["name"] : undefined;
  return typeof name === "string" ? name : "";
}

function checkUnique(names: readonly string[]): string | undefined {
  return new Set(names).size === names.length ? undefined : "tools: Tool names must be unique.";
}

function checkChoice(
  choice: JsonValue | undefined,
  names: readonly string[],
  { forcedTools }: ModelTraits,
): string | undefined {
  if (choice === undefined) return undefined;
  if (!isJsonObject(choice)) return "tool_choice: Input should be a valid dictionary";
  const { type, name } = choice;
  if (type !== "auto" && type !== "any" && type !== "tool" && type !== "none") {
    return "tool_choice: Input tag found using 'type' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'";
  }
  if (type === "none") return undefined;
  if (names.length === 0) {
    return `tool_choice.${type} may only be specified while providing tools`;
  }
  if (type === "auto") return undefined;
  if (!forcedTools) return `tool_choice: this model does not support forced tool use (${type})`;
  if (type === "any") return undefined;
  if (typeof name !== "string") return checkString(choice, "tool_choice.tool", "name");
  return names.includes(name)
    ? undefined
    : `tool_choice.tool: Tool '${name}' not found in provided tools`;
}
