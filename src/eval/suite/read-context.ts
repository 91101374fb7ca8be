import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { isJsonArray } from "../../core/match/json-array.ts";
import type { NamespaceContext, ProjectContext, RunContext } from "../../engine/index.ts";
import type { SuitePath, SuiteReader } from "./suite-reader.ts";

/** Where a conversation happens if nothing says so: a flow refuses to run nowhere. */
export const defaultContext: RunContext = { project: "example/project" };

/** What a `context:` block says, and no more, so that an inner block can be laid over an outer one. */
export function contextOf(block: JsonValue | undefined): RunContext {
  if (!isJsonObject(block)) return {};
  const { project, namespace, none, inputs } = block;
  const says = none === true || project !== undefined || namespace !== undefined;
  const where = says ? { project: projectOf(project), namespace: namespaceOf(namespace) } : {};
  const given = inputsOf(inputs);
  return given === undefined ? where : { ...where, inputs: given };
}

/** Reads a `context:` block of a suite or a case. */
export function readContext(
  block: JsonValue | undefined,
  path: SuitePath,
  reader: SuiteReader,
): RunContext {
  if (!isJsonObject(block) || !reader.wellFormed(path)) return {};
  const { project, namespace, none } = block;
  if (none === true && (project !== undefined || namespace !== undefined)) {
    reader.add({
      path,
      code: "EVAL_CONTEXT_INVALID",
      message: "the context is `none` and a place at once",
      hint: "remove `none`, or the project and the namespace",
    });
  }
  return contextOf(block);
}

function inputsOf(value: JsonValue | undefined): RunContext["inputs"] {
  if (isJsonObject(value)) return value;
  if (!isJsonArray(value)) return undefined;
  return value.filter(isJsonObject).map((envelope) => {
    const { metadata } = envelope;
    return {
      category: textOf(envelope, "category") ?? "",
      id: textOf(envelope, "id"),
      content: textOf(envelope, "content"),
      metadata: isJsonObject(metadata) ? metadata : undefined,
    };
  });
}

function projectOf(value: JsonValue | undefined): RunContext["project"] {
  if (typeof value === "string" || typeof value === "number") return value;
  if (!isJsonObject(value)) return null;
  const project: ProjectContext = {
    id: numberOf(value, "id"),
    path: textOf(value, "path"),
    webUrl: textOf(value, "web_url"),
    httpUrlToRepo: textOf(value, "http_url_to_repo"),
    defaultBranch: textOf(value, "default_branch"),
  };
  return project;
}

function namespaceOf(value: JsonValue | undefined): RunContext["namespace"] {
  if (typeof value === "string" || typeof value === "number") return value;
  if (!isJsonObject(value)) return null;
  const namespace: NamespaceContext = {
    id: numberOf(value, "id"),
    path: textOf(value, "path"),
    name: textOf(value, "name"),
    description: textOf(value, "description"),
    webUrl: textOf(value, "web_url"),
  };
  return namespace;
}

function textOf(object: JsonObject, key: string): string | undefined {
  const value = object[key];
  return typeof value === "string" ? value : undefined;
}

function numberOf(object: JsonObject, key: string): number | undefined {
  const value = object[key];
  return typeof value === "number" ? value : undefined;
}
