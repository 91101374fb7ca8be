import type { SchemaProblem } from "../../../schema/index.ts";
import type { CatalogFileItem, CatalogFileVersion } from "./catalog-file.ts";

type Path = SchemaProblem["path"];

/**
 * Holds the versions of an item against what the item is.
 *
 * @yields what does not fit
 */
export function* checkItem(item: CatalogFileItem, path: Path): Generator<SchemaProblem> {
  const { type, placeholder = false, versions = [] } = item;
  if (placeholder) {
    if (type !== "flow" || versions.length > 0) {
      yield problem(path, "a placeholder is a flow without versions: GitLab seeds the only one");
    }
    return;
  }
  if (versions.length === 0) yield problem(path, "an item has at least one version");
  const seen = new Set<string>();
  for (const [at, version] of versions.entries()) {
    const place = [...path, "versions", at];
    if (seen.has(version.version)) {
      yield problem([...place, "version"], `version ${version.version} is there twice`);
    }
    seen.add(version.version);
    yield* checkVersion(type, version, place);
  }
}

const ofAgents = [
  "system_prompt",
  "user_prompt",
  "tools",
  "mcp_tools",
  "config",
  "config_file",
] as const;
const ofFlows = ["definition", "definition_file"] as const;

function* checkVersion(
  type: CatalogFileItem["type"],
  version: CatalogFileVersion,
  path: Path,
): Generator<SchemaProblem> {
  const isAgent = type === "agent";
  for (const key of isAgent ? ofFlows : ofAgents) {
    if (version[key] === undefined) continue;
    const message = `"${key}" is for ${isAgent ? "flows" : "agents"}, and this is ${isAgent ? "an agent" : "a flow"}`;
    yield { path: [...path, key], atKey: true, message };
  }
  for (const key of ["definition", "config"] as const) {
    if (version[key] === undefined || version[`${key}_file`] === undefined) continue;
    yield problem(path, `"${key}" and "${key}_file" say the same thing twice`);
  }
  if (isAgent) {
    const { system_prompt: prompt, config, config_file: file } = version;
    if (prompt === undefined && config === undefined && file === undefined) {
      yield problem(path, 'a version of an agent needs "system_prompt", or "config"');
    }
  } else if (version.definition === undefined && version.definition_file === undefined) {
    yield problem(path, 'a version of a flow needs "definition", or "definition_file"');
  } else if (type === "third_party_flow" && version.definition === null) {
    yield problem(path, "only flows can be without a definition");
  }
}

function problem(path: Path, message: string): SchemaProblem {
  return { path, atKey: false, message };
}
