import type { JsonObject } from "../../src/core/json.ts";
import type { CatalogTool } from "../../src/tools/index.ts";

/** A tool in a line of `tools list --format json`, and the head of `tools show`. */
export function listedTool(tool: CatalogTool): JsonObject {
  const { name, description, origin, schemaOrigin, source, effect, scope, privileges } = tool;
  return {
    name,
    description,
    origin,
    schemaOrigin,
    source: source ?? null,
    effect: effect ?? null,
    scope,
    privileges,
  };
}

/** Everything that is known of a tool. */
export function toolDocument(tool: CatalogTool): JsonObject {
  const { capability, minGitlabVersion, license, supersedes } = tool;
  return {
    ...listedTool(tool),
    inputSchema: tool.inputSchema,
    ...(tool.resultSchema !== undefined && { resultSchema: tool.resultSchema }),
    writes: tool.effect === undefined ? null : tool.writes,
    alwaysEnabled: tool.alwaysEnabled,
    executable: tool.executable,
    experimental: tool.experimental,
    deprecated: tool.deprecated,
    capability: capability ?? null,
    minGitlabVersion: minGitlabVersion ?? null,
    license: license ?? null,
    needsOneOf: tool.needsOneOf,
    optionKeys: tool.optionKeys,
    olderForm: supersedes === undefined ? null : { ...supersedes },
  };
}
