import { isJsonObject, type JsonObject } from "../../core/json.ts";
import { snakeCase } from "../catalog/build-tool.ts";
import type { CatalogTool } from "../catalog/catalog-tool.ts";
import { bundledTools, type ToolCatalog } from "../tool-catalog.ts";
import type { ImportedTool, ToolsFile } from "./tools-file.ts";

/** A file of tools by its name, which is that of its source. */
export interface ImportedFile extends ToolsFile {
  readonly name: string;
}

/** Of two files that describe a tool, the one that says more: a file of the service has what a model reads. */
const precedence: readonly ToolsFile["source"]["kind"][] = ["file", "mcp", "instance"];

/**
 * The service's tools as files describe them, in our own words where none does, and the tools that only
 * files have. An MCP server cannot change what a tool of the service is.
 */
export function importedCatalog(files: readonly ImportedFile[]): ToolCatalog {
  if (files.length === 0) return bundledTools;
  const tools = new Map<string, CatalogTool>();
  for (const {
    name: source,
    tools: described,
    source: { kind },
  } of files.toSorted(byPrecedence)) {
    for (const tool of described) {
      const own = bundledTools.tool(tool.name);
      if (tools.has(tool.name) || (kind === "mcp" && own !== undefined)) continue;
      tools.set(
        tool.name,
        own === undefined ? strangeTool(tool, source) : knownTool(tool, own, source),
      );
    }
  }
  return {
    tool: (name) => tools.get(name) ?? bundledTools.tool(name),
    names: [...new Set([...bundledTools.names, ...tools.keys()])].toSorted(),
  };
}

function byPrecedence(a: ImportedFile, b: ImportedFile): number {
  const kinds = precedence.indexOf(a.source.kind) - precedence.indexOf(b.source.kind);
  return kinds === 0 ? Number(a.name > b.name) - Number(a.name < b.name) : kinds;
}

/** What only our catalog knows of a tool, such as its privileges, stays. */
function knownTool(tool: ImportedTool, own: CatalogTool, source: string): CatalogTool {
  const described: CatalogTool = {
    ...own,
    source,
    ...(tool.description !== undefined && {
      description: tool.description,
      origin: "imported" as const,
    }),
    ...(tool.resultSchema !== undefined && { resultSchema: tool.resultSchema }),
  };
  if (tool.inputSchema === undefined) return described;
  const { parameters, requiredParameters } = readSchema(tool.inputSchema);
  return {
    ...described,
    inputSchema: tool.inputSchema,
    schemaOrigin: "imported",
    parameters,
    requiredParameters,
    needsOneOf: own.needsOneOf.flat().every((name) => parameters.includes(name))
      ? own.needsOneOf
      : [],
    optionKeys: isSameSet(parameters, own.parameters)
      ? own.optionKeys
      : parameters.map(snakeCase).toSorted(),
  };
}

/** A tool that our catalog has never heard of: from an MCP server, or newer than we are. */
function strangeTool(tool: ImportedTool, source: string): CatalogTool {
  const { parameters, requiredParameters } = readSchema(tool.inputSchema ?? {});
  return {
    name: tool.name,
    summary: "",
    description: tool.description ?? "",
    inputSchema: tool.inputSchema ?? { type: "object", additionalProperties: true },
    ...(tool.resultSchema !== undefined && { resultSchema: tool.resultSchema }),
    origin: "imported",
    schemaOrigin: tool.inputSchema === undefined ? "summary" : "imported",
    source,
    effect: undefined,
    scope: "none",
    writes: false,
    privileges: [],
    trust: undefined,
    alwaysEnabled: false,
    capability: undefined,
    executable: true,
    experimental: false,
    deprecated: false,
    minGitlabVersion: undefined,
    license: undefined,
    needsOneOf: [],
    parameters,
    requiredParameters,
    optionKeys: parameters.toSorted(),
    parameterCapabilities: {},
    supersedes: undefined,
  };
}

function readSchema(schema: JsonObject): Pick<CatalogTool, "parameters" | "requiredParameters"> {
  const { properties, required } = schema;
  return {
    parameters: isJsonObject(properties) ? Object.keys(properties) : [],
    requiredParameters: Array.isArray(required)
      ? required.filter((name) => typeof name === "string")
      : [],
  };
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
