import type { Family } from "../../core/family.ts";
import { getDownstreamPipelines, getFailingBridgeJobs } from "./bridge-tools.ts";
import { getPipelineFailingJobs } from "./failing-jobs-tool.ts";
import { ciLinter, getJobLogs } from "./job-tools.ts";
import { pipelineRoutes } from "./pipeline-routes.ts";
import { pipelinesPart } from "./pipelines-part.ts";

/** Pipelines with their jobs and logs, and the check of their configuration. */
export const pipelinesFamily: Family = {
  name: "pipelines",
  parts: { project: [pipelinesPart] },
  routes: pipelineRoutes,
  tools: {
    get_pipeline_failing_jobs: getPipelineFailingJobs,
    get_failing_bridge_jobs: getFailingBridgeJobs,
    get_downstream_pipelines: getDownstreamPipelines,
    get_job_logs: getJobLogs,
    ci_linter: ciLinter,
  },
};
