import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { ToolListFormat } from "./tools-file.ts";

/** A tool as somebody else wrote it: nothing of it is known to be right. */
export interface GivenTool {
  readonly name: JsonValue | undefined;
  readonly title?: JsonValue | undefined;
  readonly description?: JsonValue | undefined;
  readonly inputSchema?: JsonValue | undefined;
  readonly resultSchema?: JsonValue | undefined;
}

export interface GivenTools {
  readonly tools: readonly GivenTool[];
  /** Every way in which entries were written, sorted. */
  readonly formats: readonly ToolListFormat[];
  /** Entries that are no tools, by their places from 0. */
  readonly strangers: readonly number[];
}

/**
 * The tools of a document, however it writes them: OpenAI's functions, Anthropic's tools, the result of an
 * MCP server's `tools/list`, or a plain list of names, descriptions and schemas. Undefined where it holds no list.
 */
export function readToolList(document: JsonValue): GivenTools | undefined {
  const entries = entriesOf(document);
  if (entries === undefined) return undefined;
  const formats = new Set<ToolListFormat>();
  const strangers: number[] = [];
  const tools = entries.flatMap((entry, index) => {
    const read = isJsonObject(entry) ? readEntry(entry) : undefined;
    if (read === undefined) {
      strangers.push(index);
      return [];
    }
    formats.add(read.format);
    return [read.tool];
  });
  return { tools, formats: [...formats].toSorted(), strangers };
}

/** A list, or a document with one: a request, a result of MCP, or the answer that carries it. */
function entriesOf(document: JsonValue): readonly JsonValue[] | undefined {
  if (isJsonArray(document)) return document;
  if (!isJsonObject(document)) return undefined;
  const { tools, functions, result } = document;
  const list = tools ?? functions ?? (isJsonObject(result) ? result["tools"] : undefined);
  return list !== undefined && isJsonArray(list) ? list : undefined;
}

interface ReadEntry {
  readonly tool: GivenTool;
  readonly format: ToolListFormat;
}

/** The key under which a format keeps the schema of the arguments. */
const schemaKeys: readonly (readonly [key: string, format: ToolListFormat])[] = [
  ["parameters", "openai"],
  ["input_schema", "anthropic"],
  ["inputSchema", "mcp"],
  ["args_schema", "plain"],
  ["schema", "plain"],
];

/** Keys under which the schema of results stands; MCP's first. */
const resultKeys: readonly string[] = [
  "outputSchema",
  "output_schema",
  "resultSchema",
  "result_schema",
];

function readEntry(entry: JsonObject): ReadEntry | undefined {
  const inner = entry["function"];
  if (isJsonObject(inner)) return { tool: toolOf(inner, "parameters"), format: "openai" };
  const [key, format] = schemaKeys.find(([name]) => Object.hasOwn(entry, name)) ?? [];
  if (key !== undefined && format !== undefined) return { tool: toolOf(entry, key), format };
  // What providers run themselves has a name and a type, and nothing that could be imported.
  const { name, description, type } = entry;
  if (name === undefined || (type !== undefined && description === undefined)) return undefined;
  return { tool: toolOf(entry, undefined), format: "plain" };
}

function toolOf(entry: JsonObject, schemaKey: string | undefined): GivenTool {
  const { name, title, description } = entry;
  return {
    name,
    title,
    description,
    inputSchema: schemaKey === undefined ? undefined : entry[schemaKey],
    resultSchema: resultKeys.map((key) => entry[key]).find((schema) => schema !== undefined),
  };
}
