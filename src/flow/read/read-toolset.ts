import { isJsonObject } from "../../core/json.ts";
import { toJson } from "../../core/python/convert.ts";
import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import type { ToolsetEntry } from "../model/toolset-entry.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";

/** The tools of a component. Without a toolset, its `tool_name` makes one; entries that are neither names nor mappings are skipped. */
export function readToolset(component: ConfigNode, owner: string): readonly ToolsetEntry[] {
  const toolset = component.child("toolset");
  if (!toolset.exists) return named(component.child("tool_name"));
  const { value } = toolset;
  if (Array.isArray(value)) return toolset.items().flatMap(readEntry);
  // Python goes through the keys of a mapping, and through a text letter by letter.
  if (toolset.dict !== undefined) {
    return toolset
      .entries()
      .map(({ key, node }) => ({ ...node.located, tool: key, options: undefined }));
  }
  if (typeof value !== "string") {
    const message = `"toolset" of ${owner} must be a list, not ${describeValue(value)}`;
    toolset.report({ rule: "E55", message, hint: 'write "toolset: []" for none' });
  }
  return [];
}

function readEntry(item: ConfigNode): readonly ToolsetEntry[] {
  if (item.dict === undefined) return named(item);
  return item.entries().map(({ key, node }) => {
    return { ...node.located, tool: key, options: readOptions(node.value) };
  });
}

function named(node: ConfigNode): readonly ToolsetEntry[] {
  if (typeof node.value !== "string") return [];
  return [{ ...node.located, tool: node.value, options: undefined }];
}

function readOptions(value: PyValue | undefined): ToolsetEntry["options"] {
  const options = isPyDict(value) && value.size > 0 ? toJson(value) : undefined;
  return isJsonObject(options) ? options : undefined;
}
