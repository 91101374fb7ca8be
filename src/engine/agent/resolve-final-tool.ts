import { AppError, AppErrors } from "../../core/errors/app-error.ts";
import {
  type AgentComponent,
  compileResponseSchema,
  findResponseSchema,
  type ResponseSchema,
  type ResponseSchemaEntry,
} from "../../flow/index.ts";
import type { BuildContext } from "../graph/build-context.ts";
import type { Toolset } from "../tools/toolset.ts";

/** Schemas are read once and run often. */
const schemas = new WeakMap<ResponseSchemaEntry, ResponseSchema>();

/** The tool by which an agent in schema mode answers; undefined in text mode. */
export function resolveFinalTool(
  component: AgentComponent,
  toolset: Toolset,
  build: BuildContext,
): ResponseSchema | undefined {
  const entry = findEntry(component, build);
  if (entry === undefined) return undefined;
  const schema = compiled(entry, component, build);
  if (!toolset.tools.has(schema.toolName)) return schema;
  const problem = `the response schema "${entry.id}" has the title "${schema.toolName}", which is also a tool of "${component.name}"`;
  throw build.error(component, problem);
}

function compiled(
  entry: ResponseSchemaEntry,
  component: AgentComponent,
  build: BuildContext,
): ResponseSchema {
  const known = schemas.get(entry);
  if (known !== undefined) return known;
  try {
    const schema = compileResponseSchema(entry);
    schemas.set(entry, schema);
    return schema;
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof AppErrors)) throw error;
    const { message } = error instanceof AppErrors ? (error.errors[0] ?? error) : error;
    throw build.error(component, message);
  }
}

/** The flow's own schema wins, even when a version is given. */
function findEntry(
  component: AgentComponent,
  build: BuildContext,
): ResponseSchemaEntry | undefined {
  const { responseSchemaId: id, responseSchemaVersion: version, name } = component;
  if (id === undefined) return undefined;
  const own = findResponseSchema(build.flow, id);
  if (own !== undefined) return own;
  if (version === undefined) {
    throw build.error(
      component,
      `"${name}" uses response schema "${id}", which the flow does not have`,
    );
  }
  const registered = build.scope.options.registries?.responseSchema?.(id, version);
  if (registered !== undefined) return registered;
  throw build.error(
    component,
    `"${name}" uses response schema "${id}" ${version}, which no registry has`,
  );
}
