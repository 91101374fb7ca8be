import { isDeeper } from "../../core/is-deeper.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import { showValue } from "../../core/match/show-value.ts";
import { clip } from "../../core/text/clip.ts";
import type { GivenTool } from "./read-tool-list.ts";
import type { ImportedTool } from "./tools-file.ts";

export interface AcceptOptions {
  /** Takes secrets out of a text. */
  readonly redact: (text: string) => string;
  /** Names are made fit for a model, as the service does with those of MCP servers. */
  readonly mendNames?: boolean;
}

export interface AcceptedTools {
  /** Sorted by name, each name once. */
  readonly tools: readonly ImportedTool[];
  /** What was left out or changed, and why; one line each. */
  readonly notes: readonly string[];
}

const maxTools = 5000;
const maxDescription = 50_000;
const maxTitle = 500;
const maxSchema = 200_000;
const maxDepth = 60;
const maxName = 128;

/** What of somebody else's tools can be kept: bounded, without secrets, with names that models accept. */
export function acceptTools(given: readonly GivenTool[], options: AcceptOptions): AcceptedTools {
  const notes: string[] = [];
  const tools = new Map<string, ImportedTool>();
  if (given.length > maxTools) {
    notes.push(`only the first ${maxTools} of ${given.length} tools were read`);
  }
  for (const entry of given.slice(0, maxTools)) {
    const tool = acceptTool(entry, { ...options, note: (text) => void notes.push(text) });
    if (tool === undefined) continue;
    if (tools.has(tool.name)) notes.push(`"${tool.name}" stands there twice; the first counts`);
    else tools.set(tool.name, tool);
  }
  return { tools: [...tools.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)), notes };
}

interface Acceptance extends AcceptOptions {
  readonly note: (text: string) => void;
}

function acceptTool(given: GivenTool, acceptance: Acceptance): ImportedTool | undefined {
  const name = acceptName(given.name, acceptance);
  if (name === undefined) return undefined;
  const { redact, note } = acceptance;
  let removed = false;
  const clean = (text: string): string => {
    const kept = redact(text);
    removed ||= kept !== text;
    return kept;
  };
  const title = textOf(given.title, maxTitle);
  const description = textOf(given.description, maxDescription);
  if (typeof given.description === "string" && given.description.length > maxDescription) {
    note(`the description of "${name}" was cut after ${maxDescription} characters`);
  }
  const inputSchema = acceptSchema(name, given.inputSchema, note);
  const resultSchema = acceptResultSchema(name, given.resultSchema, note);
  const tool: ImportedTool = {
    name,
    ...(title !== undefined && { title: clean(title) }),
    ...(description !== undefined && { description: clean(description) }),
    ...(inputSchema !== undefined && { inputSchema: cleanObject(inputSchema, clean) }),
    ...(resultSchema !== undefined && { resultSchema: cleanObject(resultSchema, clean) }),
  };
  if (removed) note(`what looks like a secret was taken out of "${name}"`);
  return tool;
}

function acceptName(
  given: JsonValue | undefined,
  { mendNames = false, redact, note }: Acceptance,
): string | undefined {
  if (typeof given !== "string" || given === "") {
    note("a tool without a name was left out");
    return undefined;
  }
  if (/^[a-zA-Z0-9_-]{1,128}$/.test(given) && redact(given) === given) return given;
  const mended = mendNames ? given.slice(0, maxName).replaceAll(/[^a-zA-Z0-9_-]/g, "_") : "";
  if (/[a-zA-Z0-9]/.test(mended) && redact(given) === given) {
    note(`the name ${showValue(clip(given, 80))} became "${mended}", which models accept`);
    return mended;
  }
  const shown = showValue(clip(redact(given), 80));
  note(`${shown} was left out: models accept letters, digits, _ and -, at most ${maxName}`);
  return undefined;
}

function textOf(value: JsonValue | undefined, maxChars: number): string | undefined {
  return typeof value === "string" ? clip(value, maxChars) : undefined;
}

function acceptSchema(
  name: string,
  schema: JsonValue | undefined,
  note: (text: string) => void,
): JsonObject | undefined {
  if (schema === undefined || schema === null) return undefined;
  const { type = "object" } = isJsonObject(schema) ? schema : {};
  const isOther = type !== "object" ? `arguments are an object, not ${showValue(type)}` : undefined;
  const why = isOther ?? unfit(schema);
  if (why !== undefined || !isJsonObject(schema)) {
    note(`the schema of "${name}" was left out: ${why ?? ""}`);
    return undefined;
  }
  return { ...schema, type: "object" };
}

/** Results may be anything. */
function acceptResultSchema(
  name: string,
  schema: JsonValue | undefined,
  note: (text: string) => void,
): JsonObject | undefined {
  if (schema === undefined || schema === null) return undefined;
  const why = unfit(schema);
  if (why === undefined && isJsonObject(schema)) return schema;
  note(`the schema of what "${name}" returns was left out: ${why ?? ""}`);
  return undefined;
}

/** Why a schema cannot be kept. */
function unfit(schema: JsonValue): string | undefined {
  if (!isJsonObject(schema)) return `it is ${showValue(schema)}, not an object`;
  if (isDeeper(schema, maxDepth)) return `it is nested more than ${maxDepth} levels deep`;
  return JSON.stringify(schema).length > maxSchema
    ? `it is longer than ${maxSchema} characters`
    : undefined;
}

function cleanObject(object: JsonObject, clean: (text: string) => string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, item]) => [clean(key), cleanValue(item, clean)]),
  );
}

/** Text by text: what a schema says of a field called `password` is no password. */
function cleanValue(value: JsonValue, clean: (text: string) => string): JsonValue {
  if (typeof value === "string") return clean(value);
  if (isJsonArray(value)) return value.map((item) => cleanValue(item, clean));
  return isJsonObject(value) ? cleanObject(value, clean) : value;
}
