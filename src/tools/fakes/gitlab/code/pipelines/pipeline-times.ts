import type { Job, Pipeline } from "./pipeline.ts";

/** ISO 8601; null for what has not happened. */
interface Period {
  readonly started: string | null;
  readonly finished: string | null;
}

const done: ReadonlySet<string> = new Set(["success", "failed", "canceled"]);
const msPerSecond = 1000;

/** When a job began and ended: with its pipeline where the seed does not say it. */
export function timesOf(job: Omit<Job, "log">, pipeline: Pipeline): Period {
  const { status, duration } = job;
  const isDone = done.has(status);
  if (!isDone && status !== "running") return { started: null, finished: null };
  const started = job.startedAt ?? pipeline.createdAt;
  if (!isDone) return { started, finished: null };
  return { started, finished: duration === null ? pipeline.updatedAt : later(started, duration) };
}

/** From the beginning of a pipeline's first job to the end of its last one. */
export function periodOf(pipeline: Pipeline): Period {
  const times = jobsOf(pipeline).map((job) => timesOf(job, pipeline));
  const started = times.flatMap((each) => each.started ?? []).toSorted();
  const finished = times.flatMap((each) => each.finished ?? []).toSorted();
  const isDone = done.has(pipeline.status);
  return { started: started[0] ?? null, finished: isDone ? (finished.at(-1) ?? null) : null };
}

/**
 * For how many seconds at least one job of a pipeline ran, which is what GitLab calls its duration; null
 * where no job's is known.
 */
export function runningSeconds(pipeline: Pipeline): number | null {
  const periods = jobsOf(pipeline).flatMap((job) => {
    const { started } = timesOf(job, pipeline);
    if (started === null || job.duration === null) return [];
    const start = Date.parse(started);
    return [{ start, end: start + job.duration * msPerSecond }];
  });
  if (periods.length === 0) return null;
  let ms = 0;
  let reached = -Infinity;
  for (const { start, end } of periods.toSorted((a, b) => a.start - b.start)) {
    ms += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return Math.floor(ms / msPerSecond);
}

/** The mean over the jobs that measured one, in percent, as GitLab writes it: "81.50". */
export function coverageOf({ jobs }: Pipeline): string | null {
  const measured = [...jobs.values()].flatMap(({ coverage }) => coverage ?? []);
  if (measured.length === 0) return null;
  return (measured.reduce((sum, each) => sum + each, 0) / measured.length).toFixed(2);
}

function jobsOf({ jobs, bridges }: Pipeline): readonly Omit<Job, "log">[] {
  return [...jobs.values(), ...bridges.values()];
}

function later(time: string, seconds: number): string {
  return new Date(Date.parse(time) + seconds * msPerSecond).toISOString();
}
