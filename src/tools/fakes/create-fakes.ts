import type { Fake } from "./fake.ts";
import { createGitlab } from "./gitlab/gitlab.ts";
import type { FakeSeeds } from "./read-fakes.ts";
import { createWorkspace } from "./workspace/workspace.ts";

/** The fakes of one trial, by name. */
export type Fakes = ReadonlyMap<"gitlab" | "workspace", Fake>;

/** Makes the fakes of a trial. The workspace is a clone of the project that its seed names. */
export function createFakes({ workspace, gitlab }: FakeSeeds): Fakes {
  const fakes = new Map<"gitlab" | "workspace", Fake>();
  const instance = gitlab === undefined ? undefined : createGitlab(gitlab);
  if (instance !== undefined) fakes.set("gitlab", instance);
  if (workspace !== undefined) {
    const { project } = workspace;
    const remote = project === undefined ? undefined : instance?.remote(project);
    fakes.set("workspace", createWorkspace(workspace, remote));
  }
  return fakes;
}
