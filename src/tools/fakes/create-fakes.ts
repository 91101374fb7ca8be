import type { ApiRequest, Fake } from "./fake.ts";
import { createGitlab } from "./gitlab/gitlab.ts";
import type { FakeSeeds } from "./read-fakes.ts";
import { createWorkspace } from "./workspace/workspace.ts";

type FakeName = "gitlab" | "workspace";

/** The fakes of one trial, by name. */
export interface Fakes extends ReadonlyMap<FakeName, Fake> {
  /** What the calls so far would have asked of GitLab, whichever fake answered them, in order. */
  readonly requests: readonly ApiRequest[];
}

/** Makes the fakes of a trial. The workspace is a clone of the project that its seed names. */
export function createFakes({ workspace, gitlab }: FakeSeeds): Fakes {
  const fakes = new AuditedFakes();
  const instance = gitlab === undefined ? undefined : createGitlab(gitlab);
  if (instance !== undefined) fakes.add("gitlab", instance);
  if (workspace !== undefined) {
    const { project } = workspace;
    const remote = project === undefined ? undefined : instance?.remote(project);
    fakes.add("workspace", createWorkspace(workspace, remote));
  }
  return fakes;
}

class AuditedFakes extends Map<FakeName, Fake> implements Fakes {
  readonly requests: ApiRequest[] = [];

  add(name: FakeName, fake: Fake): void {
    let seen = 0;
    this.set(name, {
      tools: fake.tools,
      state: () => fake.state(),
      get requests() {
        return fake.requests;
      },
      // Each fake counts its own; only after each call is it known which came first.
      call: (invocation) => {
        const outcome = fake.call(invocation);
        this.requests.push(...fake.requests.slice(seen));
        seen = fake.requests.length;
        return outcome === undefined ? undefined : { ...outcome, answeredBy: `fake ${name}` };
      },
    });
  }
}
