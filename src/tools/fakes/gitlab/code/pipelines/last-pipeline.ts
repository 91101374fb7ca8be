import type { JsonObject } from "../../../../../core/json.ts";
import type { Commit } from "../../../repository/commit.ts";
import type { Project, World } from "../../core/world.ts";
import { byNewest } from "./pipeline.ts";
import { pipelinesPart, shaOf } from "./pipelines-part.ts";
import { showPipeline } from "./show-pipeline.ts";

/** What the REST API says of the newest pipeline that ran for a commit. */
export function lastPipeline(commit: Commit, project: Project, world: World): JsonObject {
  const [last] = world
    .part(pipelinesPart, project)
    .table.rows.filter((pipeline) => shaOf(pipeline, project, world) === commit.id)
    .toSorted(byNewest);
  if (last === undefined) return { status: null, last_pipeline: null };
  return { status: last.status, last_pipeline: showPipeline(last, project, world) };
}
