import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import { printable } from "../../core/text/printable.ts";
import { type GitLabClient, GitLabError } from "../../gitlab/index.ts";
import { objectAt, textAt } from "../ask/fields.ts";
import { createAgentMutation, createFlowMutation } from "../queries.ts";
import type { AgentDraft, ItemDraft } from "./draft-item.ts";

export interface ItemCreation {
  readonly client: GitLabClient;
  /** Global id of the project that will manage the item. */
  readonly project: string;
  readonly public: boolean;
  /** Whether its first version is released at once. */
  readonly release: boolean;
  /** Global ids of the instance's built-in tools, by name. */
  readonly builtInTools: ReadonlyMap<string, string>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Makes an item on an instance.
 *
 * @returns its global id
 * @throws GitLabError, or AppError CATALOG_NOT_CREATED with what the instance says
 */
export async function createItem(draft: ItemDraft, creation: ItemCreation): Promise<string> {
  const { client, signal } = creation;
  const purpose = `creating "${draft.name}"`;
  const isAgent = draft.kind === "agent";
  const request = {
    document: isAgent ? createAgentMutation : createFlowMutation,
    operationName: isAgent ? "flowproofCreateAgent" : "flowproofCreateFlow",
    variables: { input: inputOf(draft, creation) },
    purpose,
    mutates: true,
  };
  const data = await client.graphql(request, signal);
  const payload = objectAt(data, isAgent ? "aiCatalogAgentCreate" : "aiCatalogFlowCreate") ?? {};
  const said = payload["errors"];
  if (Array.isArray(said) && said.length > 0) throw refused(draft, said.map(String).join("; "));
  const id = textAt(objectAt(payload, "item") ?? {}, "id");
  if (id !== undefined) return id;
  throw new GitLabError("GITLAB_RESPONSE_UNREADABLE", `${purpose}: the answer names no item`, {
    hint: "look on the instance whether it was made before trying again",
  });
}

function inputOf(draft: ItemDraft, creation: ItemCreation): JsonObject {
  const { name, description } = draft;
  // `public` is known to every release, `visibility` to the newest only.
  const common = {
    projectId: creation.project,
    name,
    description,
    public: creation.public,
    release: creation.release,
  };
  return draft.kind === "agent"
    ? { ...common, systemPrompt: draft.systemPrompt, ...toolsOf(draft, creation) }
    : { ...common, definition: draft.definition };
}

/** What the instance does not build in comes from MCP servers; older instances know none. */
function toolsOf({ tools }: AgentDraft, { builtInTools }: ItemCreation): JsonObject {
  const ids = tools.flatMap((name) => builtInTools.get(name) ?? []);
  const others = tools.filter((name) => !builtInTools.has(name));
  return { tools: ids, ...(others.length > 0 && { mcpTools: [...others] }) };
}

function refused({ reference }: ItemDraft, said: string): AppError {
  const message = `GitLab did not create "${reference}": ${printable(said)}`;
  return new AppError("CATALOG_NOT_CREATED", message, {
    hint: "nothing was made for it; repair the config, and run the command again",
  });
}
