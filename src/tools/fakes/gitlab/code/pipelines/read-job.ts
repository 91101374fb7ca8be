import type { SeedBlock } from "../../core/seed-block.ts";
import type { Bridge, Job } from "./pipeline.ts";

/** Ids are the keys, and what is made later comes after them. */
export function claim(block: SeedBlock, kind: string, id: number): void {
  if (!block.context.ids.claim(kind, id)) block.problemHere(`two ${kind}s have the id ${id}`);
}

/** Reads a job; the name is that of one that has none. */
export function readJob(block: SeedBlock, name: string): Omit<Job, "id"> {
  const status = block.text("status", "success");
  return {
    name: block.text("name", name),
    stage: block.text("stage", "test"),
    status,
    allowFailure: block.flag("allow_failure"),
    failureReason:
      block.optionalText("failure_reason") ?? (status === "failed" ? "script_failure" : null),
    startedAt: block.optionalTime("started_at") ?? null,
    duration: block.number("duration") ?? null,
    queuedDuration: block.number("queued_duration") ?? null,
    coverage: block.number("coverage") ?? null,
    log: block.text("log", ""),
  };
}

/** Reads a trigger job. */
export function readBridge(block: SeedBlock, id: number): Bridge {
  claim(block, "job", id);
  const { log: _, ...job } = readJob(block, String(id));
  const downstream = block.value("downstream");
  return {
    id,
    ...job,
    downstream:
      typeof downstream === "number" || typeof downstream === "string" ? downstream : null,
  };
}
