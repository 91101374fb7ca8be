import type { JsonObject } from "../../../core/json.ts";
import type { ToolInvocation, ToolOutcome } from "../../tool-runtime.ts";
import type { ApiRequest, Fake } from "../fake.ts";
import type { GitRemote } from "../repository/git-remote.ts";
import type { ReadSeed } from "../seed-problem.ts";
import type { ToolHandler } from "./core/family.ts";
import type { GitlabSeed } from "./core/gitlab-seed.ts";
import { readSeed } from "./core/read-gitlab-seed.ts";
import { seedSchema } from "./core/seed-schema.ts";
import { showWorld } from "./core/show-world.ts";
import { TrialWorld } from "./core/trial-world.ts";
import { families } from "./families.ts";

/** A fake GitLab: projects and groups that tools read and change. */
export interface GitlabFake extends Fake {
  /** The repository of a project, for a fake workspace to clone and push to; undefined where there is no such project. */
  remote(projectPath: string): GitRemote | undefined;
}

/** JSON Schema of what a fake GitLab begins with. */
export const gitlabSchema: JsonObject = seedSchema(families);

const handlers: ReadonlyMap<string, ToolHandler> = new Map(
  families.flatMap(({ tools }) => Object.entries(tools ?? {})),
);
const toolNames: readonly string[] = [...handlers.keys()].toSorted();

/** Reads what a fake GitLab begins with; the block fits the schema, as far as it can say. */
export function readGitlabSeed(block: JsonObject): ReadSeed<GitlabSeed> {
  return readSeed(block, families);
}

/** A GitLab for one trial. */
export function createGitlab(seed: GitlabSeed): GitlabFake {
  const world = new TrialWorld(seed, families);
  return {
    tools: toolNames,
    call: ({ tool, args }: ToolInvocation): ToolOutcome | undefined =>
      handlers.get(tool)?.(args, world),
    state: () => showWorld(seed, world, families),
    get requests(): readonly ApiRequest[] {
      return world.requests;
    },
    remote: (path) => {
      const project = world.project(path);
      const owner = families.find(({ remote }) => remote !== undefined);
      return project === undefined ? undefined : owner?.remote?.(project, world);
    },
  };
}

export type { GitlabSeed } from "./core/gitlab-seed.ts";
