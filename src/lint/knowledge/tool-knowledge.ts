import { isJsonObject, type JsonObject } from "../../core/json.ts";
import type { FlowKnowledge, KnownTool, KnownToolForm } from "../../flow/index.ts";
import { catalogTool, catalogToolNames } from "../../tools/index.ts";

/** What is known of the service's tools. */
export const toolKnowledge: Pick<FlowKnowledge, "tool" | "toolNames"> = {
  tool: (name) => {
    if (!known.has(name)) known.set(name, describe(name));
    return known.get(name);
  },
  toolNames: catalogToolNames,
};

const known = new Map<string, KnownTool | undefined>();

function describe(name: string): KnownTool | undefined {
  const tool = catalogTool(name);
  if (tool === undefined) return undefined;
  const { parameters, requiredParameters, optionKeys, executable, supersedes } = tool;
  // A tool without a schema has only these two to Python.
  const hasSchema = optionKeys.join(" ") !== "args kwargs";
  return {
    name,
    parameters: hasSchema ? parameters : undefined,
    required: requiredParameters,
    optionNames: executable ? optionKeys : undefined,
    executable,
    olderForms: supersedes === undefined ? [] : [olderForm(supersedes.inputSchema)],
  };
}

function olderForm({ properties, required }: JsonObject): KnownToolForm {
  return {
    parameters: isJsonObject(properties) ? Object.keys(properties) : [],
    required: Array.isArray(required) ? required.filter((name) => typeof name === "string") : [],
  };
}
