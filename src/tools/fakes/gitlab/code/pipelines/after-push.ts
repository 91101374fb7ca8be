import type { Commit } from "../../../repository/commit.ts";
import type { Project, World } from "../../core/world.ts";
import { statusOf, type Job } from "./pipeline.ts";
import { pipelinesPart } from "./pipelines-part.ts";
import { fitsPush } from "./push-rule.ts";

/** Starts the pipeline that a branch gets for its new head, which is done at once; none where no rule fits. */
export function afterPush(
  world: World,
  project: Project,
  { branch, head }: { readonly branch: string; readonly head: Commit },
): void {
  const { table, onPush } = world.part(pipelinesPart, project);
  const rule = onPush.find((candidate) => fitsPush(candidate, branch, head.tree));
  if (rule === undefined) return;
  const jobs = rule.jobs.map((job): Job => ({ id: world.nextId("job"), ...job }));
  const id = world.nextId("pipeline");
  table.put(id, {
    id,
    iid: Math.max(0, ...table.rows.map(({ iid }) => iid)) + 1,
    ref: branch,
    sha: head.id,
    behind: 0,
    status: rule.status ?? statusOf(jobs),
    source: "push",
    user: world.currentUser.username,
    mergeRequest: null,
    createdAt: world.now,
    updatedAt: world.now,
    jobs: new Map(jobs.map((job) => [job.id, job])),
    bridges: new Map(),
    findings: new Map(),
  });
}
