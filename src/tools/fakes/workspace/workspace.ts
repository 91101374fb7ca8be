import type { JsonObject } from "../../../core/json.ts";
import type { Fake } from "../fake.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import type { ReadSeed } from "../seed-problem.ts";

/** What a fake workspace begins with. */
export interface WorkspaceSeed {
  readonly project?: string;
  readonly files: JsonObject;
}

/** JSON Schema of a fake workspace. */
export const workspaceSchema: JsonObject = { type: "object", properties: {} };

/** Reads a fake workspace. */
export function readWorkspaceSeed(block: JsonObject): ReadSeed<WorkspaceSeed> {
  return { seed: { files: block }, problems: [] };
}

/** Makes a fake workspace. */
export function createWorkspace(seed: WorkspaceSeed, _remote?: GitRemote): Fake {
  return { tools: [], call: () => undefined, state: () => seed.files, requests: [] };
}
