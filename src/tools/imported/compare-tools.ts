import { canonicalJson } from "../../core/canonical-json.ts";
import type { JsonObject } from "../../core/json.ts";
import type { ImportedTool } from "./tools-file.ts";

/** What a tool says otherwise than before. */
export interface ChangedTool {
  readonly name: string;
  readonly description: boolean;
  readonly schema: boolean;
}

/** What an import changes, sorted by name. */
export interface ToolChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedTool[];
}

/** What is different between two imports of the same source. Titles are for people, and do not count. */
export function compareTools(
  before: readonly ImportedTool[],
  after: readonly ImportedTool[],
): ToolChanges {
  const old = new Map(before.map((tool) => [tool.name, tool]));
  const names = new Set(after.map(({ name }) => name));
  const changed = after.flatMap((tool): readonly ChangedTool[] => {
    const previous = old.get(tool.name);
    if (previous === undefined) return [];
    const description = previous.description !== tool.description;
    const schema =
      schemaText(previous.inputSchema) !== schemaText(tool.inputSchema) ||
      schemaText(previous.resultSchema) !== schemaText(tool.resultSchema);
    return description || schema ? [{ name: tool.name, description, schema }] : [];
  });
  return {
    added: [...names].filter((name) => !old.has(name)).toSorted(),
    removed: [...old.keys()].filter((name) => !names.has(name)).toSorted(),
    changed: changed.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function schemaText(schema: JsonObject | undefined): string | undefined {
  return schema && canonicalJson(schema);
}
