import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { FlowKnowledge, KnownTool, KnownToolForm } from "../../flow/index.ts";
import type { CatalogTool, ToolCatalog } from "../../tools/index.ts";

/** What is known of tools, as far as a flow can be wrong about them. */
export function toolKnowledge(catalog: ToolCatalog): Pick<FlowKnowledge, "tool" | "toolNames"> {
  const known = new Map<string, KnownTool | undefined>();
  return {
    tool: (name) => {
      if (!known.has(name)) known.set(name, describe(catalog.tool(name)));
      return known.get(name);
    },
    toolNames: catalog.names,
  };
}

function describe(tool: CatalogTool | undefined): KnownTool | undefined {
  if (tool === undefined) return undefined;
  const { parameters, requiredParameters, optionKeys, executable, supersedes, privileges } = tool;
  const isStranger = tool.summary === "";
  // A tool whose source does not say what it takes.
  const isOpen = isStranger && tool.schemaOrigin === "summary";
  // A tool without a schema has only these two to Python.
  const hasSchema = !isOpen && optionKeys.join(" ") !== "args kwargs";
  return {
    name: tool.name,
    parameters: hasSchema ? parameters : undefined,
    required: requiredParameters,
    optionNames: executable && !isOpen ? optionKeys : undefined,
    ...(!isOpen && { inputSchema: tool.inputSchema }),
    ...(tool.effect !== undefined && { effect: tool.effect }),
    needsProject: tool.scope === "project",
    isDeprecated: tool.deprecated,
    executable,
    // What a stranger needs, nobody knows.
    ...(!isStranger && { privileges }),
    olderForms: supersedes === undefined ? [] : [olderForm(supersedes.inputSchema)],
  };
}

function olderForm({ properties, required }: JsonObject): KnownToolForm {
  return {
    parameters: isJsonObject(properties) ? Object.keys(properties) : [],
    required: Array.isArray(required) ? required.filter((name) => typeof name === "string") : [],
  };
}
