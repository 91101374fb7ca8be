import { AppError, throwAll } from "../../src/core/errors/app-error.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import type { RunContext } from "../../src/engine/index.ts";
import { contextOf } from "../../src/eval/index.ts";
import type { RunInputFlags } from "./flow-flags.ts";
import type { FlowWorld } from "./flow-world.ts";
import { blockProblems, type GivenBlock, readBlock } from "./given-block.ts";
import { withCategories } from "./with-categories.ts";

/** Where a conversation happens if nothing says so: a flow refuses to run nowhere. */
const defaultProject = "example/project";

/** Where a run happens, and what the user should know about why there. */
export interface ReadContext {
  readonly context: RunContext;
  readonly notices: readonly string[];
}

/**
 * The context of a run: `--project` and `--namespace` over what `--context` says, and that over
 * `flowproof.yml`. Where one of them names a place, those behind it say nothing about places.
 */
export async function readContext(
  flags: RunInputFlags,
  { config, files }: FlowWorld,
): Promise<ReadContext> {
  const { context, project, namespace } = flags;
  const given =
    context === undefined ? {} : await blockOf(await readBlock(context, "context", files));
  const configured = config.context ?? {};
  throwAll([...pathProblems("--project", project), ...pathProblems("--namespace", namespace)]);
  const flagged: JsonObject = {
    ...(project === undefined ? {} : { project }),
    ...(namespace === undefined ? {} : { namespace }),
  };
  const named = [{ ...given, ...flagged }, configured].find(saysWhere);
  const { inputs: _, ...place } = named ?? { project: defaultProject };
  const inputs = given["inputs"] ?? configured["inputs"];
  const notice = `nothing names a project or a namespace, so the conversation happens in ${defaultProject}`;
  return {
    context: contextOf(inputs === undefined ? place : { ...place, inputs }),
    notices: named === undefined ? [notice] : [],
  };
}

/** An empty variable of a pipeline is no project, and must not pass for one. */
function pathProblems(flag: string, path: string | undefined): readonly AppError[] {
  if (path === undefined || /^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(path)) return [];
  const message =
    path.trim() === "" ? `${flag} is empty` : `${flag} is no path: ${JSON.stringify(path)}`;
  const hint = "a full path such as shop/web, or an id";
  return [new AppError("CLI_CONTEXT_INVALID", message, { hint })];
}

const ownKeys: ReadonlySet<string> = new Set(["project", "namespace", "none", "inputs"]);

/** A suite's `context:` block, in which the categories of additional context may also stand directly. */
async function blockOf(block: GivenBlock): Promise<JsonObject> {
  const { value } = block;
  const own = isJsonObject(value) ? only(value, (key) => ownKeys.has(key)) : value;
  const problems = [...(await blockProblems(own, "context")), ...contradictions(own)];
  throwAll(block.errorsOf(problems, "CLI_CONTEXT_INVALID"));
  if (!isJsonObject(value) || !isJsonObject(own)) return {};
  const categories = only(value, (key) => !ownKeys.has(key));
  if (Object.keys(categories).length === 0) return own;
  return { ...own, inputs: withCategories(own["inputs"], categories) };
}

function only(object: JsonObject, isWanted: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => isWanted(key)));
}

function contradictions(value: JsonValue | undefined): Parameters<GivenBlock["errorsOf"]>[0] {
  if (!isJsonObject(value) || value["none"] !== true) return [];
  if (value["project"] === undefined && value["namespace"] === undefined) return [];
  const message = "the context is `none` and a place at once";
  const hint = "remove `none`, or the project and the namespace";
  return [{ path: ["none"], atKey: true, message, hint }];
}

function saysWhere({ project, namespace, none }: JsonObject): boolean {
  return none === true || project !== undefined || namespace !== undefined;
}
