import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { Project, World } from "../../core/world.ts";
import { askGraphql, toGid } from "../api/graphql.ts";
import { shown } from "../api/shown.ts";
import { byNewest, type Finding, type Pipeline } from "../pipelines/pipeline.ts";
import { pipelinesPart, shaOf } from "../pipelines/pipelines-part.ts";
import { projectUrl } from "../repository/show-commit.ts";
import { countBy } from "./count-by.ts";
import { camelCased } from "./show-vulnerability.ts";

/*
 * Results after the service's list_security_findings.py and get_security_finding_details.py. The public
 * mirrors take a pipeline where this version takes a ref; it is read as the latest pipeline of that ref.
 */

/** What scanners reported for a ref. */
export function listSecurityFindings(args: JsonObject, world: World): ToolOutcome {
  const path = shown(args["project_full_path"]);
  const ref = shown(args["ref"]);
  const filters = filtersOf(args);
  const perPage = Number(args["per_page"] ?? 100);
  const isAll = args["fetch_all_pages"] !== false;
  const variables = { fullPath: path, ref, first: perPage, ...given(filters) };
  askGraphql(world, "securityReportFindings", variables);
  const found = latestPipeline(world, path, ref);
  if (typeof found === "string") return toolException(`Failed to list security findings: ${found}`);
  const { pipeline, project } = found;
  const fitting = [...pipeline.findings.values()].filter((finding) => fits(finding, filters));
  const end = isAll ? fitting.length : 0;
  for (let after = perPage; after < end; after += perPage) {
    askGraphql(world, "securityReportFindings", { ...variables, after: String(after) });
  }
  const findings = isAll ? fitting : fitting.slice(0, perPage);
  return reply({
    findings: findings.map(showFinding),
    summary: summaryOf(findings),
    pipeline: {
      id: toGid("Ci::Pipeline", pipeline.id),
      iid: String(pipeline.iid),
      sha: shaOf(pipeline, project, world),
      ref: pipeline.ref,
      status: pipeline.status.toUpperCase(),
    },
    metadata: { total_pages: isAll ? "all" : 1, filters_applied: { ...filters } },
  });
}

/** One finding, by its UUID. */
export function getSecurityFindingDetails(args: JsonObject, world: World): ToolOutcome {
  const path = shown(args["project_full_path"]);
  const uuid = shown(args["uuid"]);
  const ref = shown(args["ref"]);
  askGraphql(world, "securityReportFinding", { projectFullPath: path, ref, findingUuid: uuid });
  const found = latestPipeline(world, path, ref);
  if (typeof found === "string") return toolException(found);
  const { pipeline, project } = found;
  const finding = pipeline.findings.get(uuid);
  if (finding === undefined) {
    return toolException(`Security finding ${uuid} not found in the latest pipeline of ${ref}`);
  }
  return reply({
    finding: { ...showFinding(finding), solution: finding.solution },
    pipeline_context: {
      id: toGid("Ci::Pipeline", pipeline.id),
      sha: shaOf(pipeline, project, world),
      ref: pipeline.ref,
      status: pipeline.status.toUpperCase(),
      createdAt: pipeline.createdAt,
    },
    project_context: {
      id: toGid("Project", project.id),
      webUrl: projectUrl(project, world),
      nameWithNamespace: project.name,
    },
    metadata: {
      is_promoted: finding.vulnerability !== null,
      is_dismissed: finding.dismissedAt !== null,
      is_false_positive: finding.falsePositive,
      ai_resolution_available: false,
      ai_resolution_enabled: false,
    },
  });
}

interface FoundPipeline {
  readonly pipeline: Pipeline;
  readonly project: Project;
}

/** The latest pipeline of a ref, or why there is none. */
function latestPipeline(world: World, path: string, ref: string): FoundPipeline | string {
  const project = world.project(path);
  if (project === undefined) return `Project not found or access denied: ${path}`;
  const [pipeline] = world
    .part(pipelinesPart, project)
    .table.rows.filter((each) => each.ref === ref)
    .toSorted(byNewest);
  return pipeline === undefined
    ? `Pipeline not found: ${ref} in project ${path}`
    : { pipeline, project };
}

interface Filters {
  readonly severity: readonly JsonValue[] | null;
  readonly report_type: readonly JsonValue[] | null;
  readonly state: readonly JsonValue[] | null;
  readonly scanner: readonly JsonValue[] | null;
}

function filtersOf(args: JsonObject): Filters {
  const list = (key: string): readonly JsonValue[] | null => {
    const value = args[key];
    return isJsonArray(value) && value.length > 0 ? value : null;
  };
  const state = list("state");
  const isWithoutDismissed = args["include_dismissed"] === false && state === null;
  return {
    severity: list("severity"),
    report_type: list("report_type"),
    state: isWithoutDismissed ? ["DETECTED", "CONFIRMED", "RESOLVED"] : state,
    scanner: list("scanner"),
  };
}

function given({ severity, report_type: reportType, state, scanner }: Filters): JsonObject {
  const all = { severity, reportType, state, scanner };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}

function fits(finding: Finding, filters: Filters): boolean {
  return (
    (filters.severity?.includes(finding.severity) ?? true) &&
    (filters.report_type?.includes(finding.reportType) ?? true) &&
    (filters.state?.includes(finding.state) ?? true) &&
    (filters.scanner?.includes(finding.scanner) ?? true)
  );
}

function showFinding(finding: Finding): JsonObject {
  const { uuid, title, description, severity, reportType, state, scanner } = finding;
  return {
    uuid,
    title,
    description,
    severity,
    reportType,
    state,
    scanner: scanner === null ? null : { externalId: scanner, name: scanner },
    identifiers: finding.identifiers.map((name) => ({ name })),
    location: camelCased(finding.location),
    falsePositive: finding.falsePositive,
    aiResolutionAvailable: false,
    dismissedAt: finding.dismissedAt,
    vulnerability:
      finding.vulnerability === null ? null : { id: toGid("Vulnerability", finding.vulnerability) },
  };
}

function summaryOf(findings: readonly Finding[]): JsonObject {
  const sast = findings.filter(({ reportType }) => reportType === "SAST");
  const files = new Set(sast.flatMap(({ location }) => location["file"] ?? []));
  return {
    total: findings.length,
    by_severity: countBy(findings, ({ severity }) => severity),
    by_report_type: countBy(findings, ({ reportType }) => reportType),
    by_state: countBy(findings, ({ state }) => state),
    ai_resolvable: 0,
    promoted_to_vulnerability: findings.filter(({ vulnerability }) => vulnerability !== null)
      .length,
    false_positives: findings.filter(({ falsePositive }) => falsePositive).length,
    sast_files_affected: files.size,
  };
}
