import type { CatalogEntry } from "./catalog-entry.ts";
import type { CatalogTool } from "./catalog-tool.ts";
import { object } from "./parameter.ts";

/** Works out what an entry leaves to be derived. */
export function buildTool(entry: CatalogEntry): CatalogTool {
  const { name, summary, effect, scope, privileges, trust, parameters, supersedes } = entry;
  const needsOneOf = entry.needsOneOf ?? [];
  const executable = entry.executable ?? true;
  return {
    name,
    summary,
    description: describe(summary, needsOneOf),
    inputSchema: object(parameters),
    origin: "summary",
    schemaOrigin: "summary",
    source: undefined,
    effect,
    scope,
    writes: ["write_gitlab", "write_workspace", "execute_command"].includes(effect),
    privileges,
    trust,
    alwaysEnabled: privileges.length === 0 && entry.capability === undefined,
    capability: entry.capability,
    executable,
    experimental: entry.experimental ?? false,
    deprecated: entry.deprecated ?? false,
    minGitlabVersion: entry.minGitlabVersion,
    license: entry.license,
    needsOneOf,
    parameters: Object.keys(parameters),
    requiredParameters: Object.keys(parameters).filter((key) => parameters[key]?.required),
    optionKeys: executable
      ? (entry.optionKeys ?? Object.keys(parameters).map(snakeCase).toSorted())
      : [],
    parameterCapabilities: entry.parameterCapabilities ?? {},
    supersedes: supersedes && {
      capability: supersedes.capability,
      inputSchema: object(supersedes.parameters),
    },
  };
}

/** A model cannot read from the schema which parameters belong together, so the text says it. */
function describe(summary: string, needsOneOf: readonly (readonly string[])[]): string {
  if (needsOneOf.length === 0) return `${summary}.`;
  return `${summary}. Needs ${needsOneOf.map((set) => set.join(" with ")).join(", or ")}.`;
}

/** The service's field behind a camelCase alias. */
export function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
