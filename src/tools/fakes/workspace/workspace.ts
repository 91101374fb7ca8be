import type { JsonObject } from "../../../core/json.ts";
import type { Fake } from "../fake.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import { showWorkspace } from "./show-workspace.ts";
import { startWorkspace } from "./start-workspace.ts";
import type { WorkspaceSeed } from "./workspace-seed.ts";
import { workspaceTools } from "./workspace-tools.ts";

export { readWorkspaceSeed } from "./read-workspace-seed.ts";
export { workspaceSchema } from "./workspace-schema.ts";
export type { WorkspaceSeed } from "./workspace-seed.ts";

const toolNames: readonly string[] = [...workspaceTools.keys()].toSorted();

/** A workspace for one trial: with a remote of its own, or as a clone of a project. */
export function createWorkspace(seed: WorkspaceSeed, remote?: GitRemote): Fake {
  const session = startWorkspace(seed, remote);
  return {
    tools: toolNames,
    call: ({ tool, args }) => workspaceTools.get(tool)?.(session, args),
    state: (): JsonObject => showWorkspace(session),
    requests: session.requests,
  };
}
