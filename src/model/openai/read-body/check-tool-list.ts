import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";

/** The form of a tool's name, where it is offered and where it is called. */
export const namePattern: RegExp = /^[a-zA-Z0-9_-]{1,64}$/;

const maxTools = 128;

/** The tools offered, and what is said about choosing among them. */
export function checkToolList({ tools, tool_choice: choice }: JsonObject): string | undefined {
  if (tools === undefined) {
    return choice === undefined || choice === "none"
      ? undefined
      : "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified.";
  }
  if (!Array.isArray(tools)) return "Invalid type for 'tools': expected an array.";
  if (tools.length === 0) {
    return "Invalid 'tools': empty array. Expected an array with minimum length 1.";
  }
  if (tools.length > maxTools) {
    return `Invalid 'tools': array too long. Expected an array with maximum length ${maxTools}, but got an array with length ${tools.length} instead.`;
  }
  for (const [index, tool] of tools.entries()) {
    const problem = checkTool(tool, `tools[${index}]`);
    if (problem !== undefined) return problem;
  }
  return checkChoice(choice, tools.map(nameOf));
}

function checkTool(tool: JsonValue, path: string): string | undefined {
  if (!isJsonObject(tool)) return `Invalid type for '${path}': expected an object.`;
  const { type, function: offered } = tool;
  if (type !== "function") {
    return `Invalid value for '${path}.type'. Supported values are: 'function'.`;
  }
  if (!isJsonObject(offered)) return `Missing required parameter: '${path}.function'.`;
  const { name, description = "", parameters = {}, strict = null, ...others } = offered;
  const at = `${path}.function`;
  const [other] = Object.keys(others);
  if (other !== undefined) return `Unknown parameter: '${at}.${other}'.`;
  if (typeof name !== "string" || !namePattern.test(name)) {
    return `Invalid '${at}.name': string does not match pattern. Expected a string that matches the pattern '${namePattern.source}'.`;
  }
  if (typeof description !== "string") {
    return `Invalid type for '${at}.description': expected a string.`;
  }
  if (strict !== null && typeof strict !== "boolean") {
    return `Invalid type for '${at}.strict': expected a boolean.`;
  }
  return checkParameters(parameters, name);
}

function checkParameters(parameters: JsonValue, name: string): string | undefined {
  if (!isJsonObject(parameters)) {
    return `Invalid schema for function '${name}': schema must be an object.`;
  }
  const { type = "object" } = parameters;
  return type === "object"
    ? undefined
    : `Invalid schema for function '${name}': schema must be a JSON Schema of 'type: "object"', got 'type: ${JSON.stringify(type)}'.`;
}

function nameOf(tool: JsonValue): string {
  const offered = isJsonObject(tool) ? tool["function"] : undefined;
  const name = isJsonObject(offered) ? offered["name"] : undefined;
  return typeof name === "string" ? name : "";
}

function checkChoice(choice: JsonValue | undefined, names: readonly string[]): string | undefined {
  if (choice === undefined || choice === "none" || choice === "auto" || choice === "required") {
    return undefined;
  }
  const called =
    isJsonObject(choice) && choice["type"] === "function" ? choice["function"] : undefined;
  const name = isJsonObject(called) ? called["name"] : undefined;
  if (typeof name !== "string") {
    return "Invalid value for 'tool_choice'. Supported values are: 'none', 'auto', 'required', or a function.";
  }
  return names.includes(name)
    ? undefined
    : `Invalid value: 'tool_choice': the function '${name}' is not found in 'tools'.`;
}
