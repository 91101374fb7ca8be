import type { JsonValue } from "../../core/json.ts";
import { jsonDocument } from "../../core/text/json-document.ts";
import type { ImportedTool, ToolSource, ToolsFile } from "./tools-file.ts";

/**
 * The text of a file of tools: keys and entries always in the same order, so that diffs show what changed,
 * and nothing in it that can fool who looks at it.
 */
export function toolsFileText({ schemaVersion, source, tools }: ToolsFile): string {
  const sorted = tools.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(inOrder);
  const file = { schemaVersion, source: sourceInOrder(source), tools: sorted };
  return jsonDocument(file);
}

function inOrder({
  name,
  title,
  description,
  inputSchema,
  resultSchema,
}: ImportedTool): ImportedTool {
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(inputSchema !== undefined && { inputSchema }),
    ...(resultSchema !== undefined && { resultSchema }),
  };
}

function sourceInOrder(source: ToolSource): JsonValue {
  switch (source.kind) {
    case "instance":
      return { kind: source.kind, url: source.url };
    case "file":
      return { kind: source.kind, formats: source.formats.toSorted() };
    case "mcp":
    default: {
      const { kind, transport, server, version } = source;
      return { kind, transport, server, ...(version !== undefined && { version }) };
    }
  }
}
