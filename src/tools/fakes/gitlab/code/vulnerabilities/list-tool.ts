import { isJsonObject, type JsonObject, type JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import { scanSeverities } from "../../../../catalog/scan-words.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { askGraphql, fromGid, toGid } from "../api/graphql.ts";
import { shown } from "../api/shown.ts";
import { countBy } from "./count-by.ts";
import { listedVulnerability, wholeVulnerability } from "./show-vulnerability.ts";
import { vulnerabilitiesPart } from "./vulnerabilities-part.ts";
import { findVulnerability } from "./vulnerability-store.ts";

/** The vulnerabilities of a project, the most severe first; result after the service's security.py. */
export function listVulnerabilities(args: JsonObject, world: World): ToolOutcome {
  const path = shown(args["project_full_path"]);
  const severity = isJsonArray(args["severity"]) ? args["severity"] : [];
  const reportType = isJsonArray(args["report_type"]) ? args["report_type"] : [];
  const perPage = Number(args["per_page"] ?? 100);
  const page = Number(args["page"] ?? 1);
  const isAll = args["fetch_all_pages"] !== false;
  const project = world.project(path);
  const found = project === undefined ? [] : world.part(vulnerabilitiesPart, project).rows;
  const fitting = found
    .filter(
      (each) =>
        (severity.length === 0 || severity.includes(each.severity)) &&
        (reportType.length === 0 || reportType.includes(each.reportType)),
    )
    .toSorted((one, other) => rank(one.severity) - rank(other.severity) || other.id - one.id);
  const first = (page - 1) * perPage;
  const wanted = isAll ? fitting.slice(first) : fitting.slice(first, first + perPage);
  const pages = Math.max(1, Math.ceil(wanted.length / perPage));
  for (let asked = 0; asked < pages; asked += 1) {
    const after = first + asked * perPage;
    askGraphql(world, "vulnerabilities", {
      projectFullPath: path,
      first: perPage,
      ...(after > 0 ? { after: String(after) } : {}),
      ...(severity.length > 0 ? { severity } : {}),
      ...(reportType.length > 0 ? { reportType } : {}),
    });
  }
  if (project === undefined) {
    return toolException(`Project not found or access denied: ${path}`);
  }
  return reply({
    vulnerabilities: wanted.map(listedVulnerability),
    summary: {
      total: wanted.length,
      by_severity: countBy(wanted, (each) => each.severity),
      by_report_type: countBy(wanted, (each) => each.reportType),
      by_state: countBy(wanted, (each) => each.state),
    },
    pagination: { total_items: wanted.length },
  });
}

function rank(severity: string): number {
  return scanSeverities.findIndex((each) => each === severity);
}

/** One vulnerability, by its number. */
export function getVulnerabilityDetails(args: JsonObject, world: World): ToolOutcome {
  const id = shown(args["vulnerability_id"]);
  if (!/^[0-9]+$/.test(id)) {
    return toolException(`Invalid vulnerability ID: ${id}. Must be numeric.`);
  }
  askGraphql(world, "GetVulnerabilityDetails", { vulnerabilityId: toGid("Vulnerability", id) });
  const found = findVulnerability(world, fromGid("Vulnerability", id));
  if (found === undefined) return toolException(`Vulnerability with ID ${id} not found`);
  const { vulnerability, project } = found;
  return reply({ vulnerability: wholeVulnerability(vulnerability, project, world) });
}

const confidentEnough = 0.6;

/** What a flag in the details says of whether to go on; a text that cannot be read says nothing. */
export function evaluateFalsePositive(args: JsonObject): ToolOutcome {
  const confidence = confidenceIn(shown(args["vulnerability_json"]));
  const isFalse = typeof confidence === "number" && confidence >= confidentEnough;
  return reply(isFalse ? "skip_false_positive" : "proceed_with_fix");
}

function confidenceIn(text: string): JsonValue | undefined {
  let value = parsed(text);
  for (const key of ["vulnerability", "latestFlag", "confidenceScore"]) {
    if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
