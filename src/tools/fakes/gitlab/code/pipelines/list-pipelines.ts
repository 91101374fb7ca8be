import type { JsonObject } from "../../../../../core/json.ts";
import { projectOf } from "../../core/find-owner.ts";
import { choiceParam, pageOf, textParam, timeParam } from "../../core/params.ts";
import type { RestRequest } from "../../core/world.ts";
import type { Pipeline } from "./pipeline.ts";
import { pipelinesPart, shaOf } from "./pipelines-part.ts";
import { showPipeline } from "./show-pipeline.ts";

/** What a list of pipelines can be asked for. */
export const pipelineListQuery: readonly string[] = [
  "order_by",
  "page",
  "per_page",
  "ref",
  "sha",
  "sort",
  "source",
  "status",
  "updated_after",
  "updated_before",
  "username",
];

/** The pipelines of a project, newest first where nothing else is said. */
export function listPipelines(request: RestRequest): readonly JsonObject[] {
  const { query, world } = request;
  const project = projectOf(request);
  const wanted = filterOf(query, (pipeline) => shaOf(pipeline, project, world));
  const by = choiceParam(query, "order_by", ["id", "ref", "status", "updated_at"]) ?? "id";
  const direction = choiceParam(query, "sort", ["asc", "desc"]) ?? "desc";
  const pipelines = world
    .part(pipelinesPart, project)
    .table.rows.filter(wanted)
    .toSorted((a, b) => compare(keys[by](a), keys[by](b)) || a.id - b.id);
  const ordered = direction === "asc" ? pipelines : pipelines.toReversed();
  return pageOf(ordered, query).map((pipeline) => showPipeline(pipeline, project, world));
}

const keys = {
  id: ({ id }: Pipeline) => id,
  ref: ({ ref }: Pipeline) => ref,
  status: ({ status }: Pipeline) => status,
  updated_at: ({ updatedAt }: Pipeline) => updatedAt,
};

function compare(a: number | string, b: number | string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function filterOf(
  query: JsonObject,
  shaOfPipeline: (pipeline: Pipeline) => string | null,
): (pipeline: Pipeline) => boolean {
  const ref = textParam(query, "ref");
  const sha = textParam(query, "sha");
  const status = textParam(query, "status");
  const source = textParam(query, "source");
  const username = textParam(query, "username");
  const after = timeParam(query, "updated_after") ?? -Infinity;
  const before = timeParam(query, "updated_before") ?? Infinity;
  return (pipeline) => {
    const updated = Date.parse(pipeline.updatedAt);
    return (
      [undefined, pipeline.ref].includes(ref) &&
      [undefined, pipeline.status].includes(status) &&
      [undefined, pipeline.source].includes(source) &&
      [undefined, pipeline.user].includes(username) &&
      (sha === undefined || shaOfPipeline(pipeline) === sha) &&
      updated > after &&
      updated < before
    );
  };
}
