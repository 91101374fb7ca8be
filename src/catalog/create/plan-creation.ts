import { AppError } from "../../core/errors/app-error.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import type { GitLabClient } from "../../gitlab/index.ts";
import { askItems } from "../ask/ask-items.ts";
import type { AgentDraft, ItemDraft } from "./draft-item.ts";

/** A draft and whether the instance has such an item. */
export interface PlannedItem {
  readonly draft: ItemDraft;
  /** Global id of the item that is there; undefined where it has to be made. */
  readonly existing: string | undefined;
}

export interface CreationPlan {
  readonly items: readonly PlannedItem[];
  readonly errors: readonly AppError[];
}

export interface CreationPlanOptions {
  readonly client: GitLabClient;
  /** Global id of the project that will manage the items. */
  readonly project: string;
  /** Names of the instance's built-in tools. */
  readonly builtInTools: ReadonlySet<string>;
  /** Names of tools that MCP servers provide. */
  readonly mcpTools: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Which items a project has already: those of the same kind and name. What others made under the name is not
 * taken for it. Nothing is made yet.
 */
export async function planCreation(
  drafts: readonly ItemDraft[],
  options: CreationPlanOptions,
): Promise<CreationPlan> {
  const items: PlannedItem[] = [];
  const errors: AppError[] = [];
  for (const draft of drafts) {
    const existing = await existingId(draft, options);
    items.push({ draft, existing });
    if (existing === undefined && draft.kind === "agent") {
      errors.push(...unknownTools(draft, options));
    }
  }
  return { items, errors };
}

async function existingId(
  { kind, name }: ItemDraft,
  { client, project, signal }: CreationPlanOptions,
): Promise<string | undefined> {
  for await (const item of askItems({ kinds: [kind], search: name }, client, signal)) {
    if (item.name === name && item.projectId === project) return item.id;
  }
  return undefined;
}

function unknownTools(
  { reference, tools }: AgentDraft,
  { builtInTools, mcpTools }: CreationPlanOptions,
): readonly AppError[] {
  const unknown = tools.filter((name) => !builtInTools.has(name) && !mcpTools.has(name));
  return unknown.map((name) => {
    const message = `the instance has no tool "${name}", which "${reference}" has in its toolset`;
    return new AppError("CATALOG_NOT_CREATABLE", message, {
      hint: `${didYouMean(name, [...builtInTools])}; tools of MCP servers are listed under lint.mcp_tools in flowproof.yml`,
    });
  });
}
