import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { ToolSpec } from "../../tools/index.ts";

/** What is wrong with the options of a toolset entry, or undefined. */
export function optionsProblem(spec: ToolSpec, options: JsonObject): string | undefined {
  const known = optionNames(spec);
  for (const [name, value] of Object.entries(options)) {
    if (!known.includes(name)) {
      return `tool "${spec.name}" has no parameter "${name}" to fix; ${didYouMean(name, known)}`;
    }
    if (isNested(value)) {
      return `the option "${name}" of tool "${spec.name}" is nested deeper than one list or map`;
    }
  }
  return undefined;
}

/** Some tools of the service take their options under other names than their parameters. */
function optionNames(spec: ToolSpec): readonly string[] {
  return spec.optionKeys ?? parameterNames(spec);
}

/** The names of a tool's parameters, in the order of its schema. */
export function parameterNames(spec: ToolSpec): readonly string[] {
  const properties = spec.inputSchema["properties"];
  return isJsonObject(properties) ? Object.keys(properties) : [];
}

/** The names of the parameters that a call must have. */
export function requiredParameters(spec: ToolSpec): readonly string[] {
  const required = spec.inputSchema["required"];
  return Array.isArray(required) ? required.filter((name) => typeof name === "string") : [];
}

function isNested(value: JsonValue): boolean {
  const items = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return items.some((item) => typeof item === "object" && item !== null);
}
