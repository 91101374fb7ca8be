import type { JsonObject } from "../../../../../core/json.ts";

/** A job of a pipeline. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly stage: string;
  readonly status: string;
  readonly allowFailure: boolean;
  readonly failureReason: string | null;
  /** Null where the seed leaves it to the pipeline. */
  readonly startedAt: string | null;
  /** In seconds; null where it is not known. */
  readonly duration: number | null;
  /** How long it waited for a runner, in seconds; null where it is not known. */
  readonly queuedDuration: number | null;
  /** In percent; null for a job that measures none. */
  readonly coverage: number | null;
  readonly log: string;
}

/** A trigger job, which starts another pipeline. */
export interface Bridge extends Omit<Job, "log"> {
  /** The id of a pipeline of the same project, or the address of one elsewhere. */
  readonly downstream: number | string | null;
}

export interface Pipeline {
  readonly id: number;
  readonly iid: number;
  readonly ref: string;
  /** Undefined where the seed leaves it to the branch. */
  readonly sha: string | undefined;
  /** How many commits before the head of the branch it ran for, where the branch says it. */
  readonly behind: number;
  readonly status: string;
  readonly source: string;
  /** Who started it: a username. */
  readonly user: string;
  /** The iid of the merge request that it runs for. */
  readonly mergeRequest: number | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** By id. */
  readonly jobs: ReadonlyMap<number, Job>;
  /** By id. */
  readonly bridges: ReadonlyMap<number, Bridge>;
  /** What security scanners reported, by UUID. */
  readonly findings: ReadonlyMap<string, Finding>;
}

/** A security finding: a potential vulnerability that a scan of one pipeline reported. */
export interface Finding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string | null;
  readonly severity: string;
  readonly reportType: string;
  readonly state: string;
  readonly scanner: string | null;
  readonly solution: string | null;
  /** As the seed writes it: `file`, `start_line`. */
  readonly location: JsonObject;
  readonly identifiers: readonly string[];
  readonly falsePositive: boolean;
  readonly dismissedAt: string | null;
  /** The id of the vulnerability that it became. */
  readonly vulnerability: number | null;
}

const unfinished = ["running", "pending", "created", "preparing", "waiting_for_resource"];

/** What a pipeline's status is by its jobs, in the order in which GitLab decides. */
export function statusOf(jobs: readonly Pick<Job, "allowFailure" | "status">[]): string {
  const statuses = new Set(
    jobs
      .filter((job) => !(job.status === "failed" && job.allowFailure))
      .map(({ status }) => status),
  );
  if (unfinished.some((status) => statuses.has(status))) {
    return statuses.has("running") || statuses.size > 1 ? "running" : "pending";
  }
  return ["failed", "canceled", "manual"].find((status) => statuses.has(status)) ?? "success";
}

/** Newest first, as GitLab lists them. */
export function byNewest(a: { readonly id: number }, b: { readonly id: number }): number {
  return b.id - a.id;
}
