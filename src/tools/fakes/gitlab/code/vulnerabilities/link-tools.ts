import type { JsonObject } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { createItem } from "../../planning/work-items/change-work-item.ts";
import { itemWithId } from "../../planning/work-items/work-item-store.ts";
import { referenceOf } from "../../planning/work-items/work-item.ts";
import { askGraphql, fromGid, graphqlFailure, toGid } from "../api/graphql.ts";
import { shown } from "../api/shown.ts";
import { mergeRequestsPart } from "../merge-requests/merge-requests-part.ts";
import { projectUrl } from "../repository/show-commit.ts";
import {
  saveVulnerability,
  writableVulnerability,
  type FoundVulnerability,
} from "./vulnerability-store.ts";

/*
 * Results after the service's security.py, as public mirrors have it.
 */

const maxLinks = 100;

/** Makes a confidential issue that is linked to vulnerabilities. Its words are ours. */
export function createVulnerabilityIssue(args: JsonObject, world: World): ToolOutcome {
  const path = shown(args["project_full_path"]);
  askGraphql(world, "project", { projectFullPath: path });
  const project = world.project(path);
  if (project === undefined) return toolException(`Project not found or access denied: ${path}`);
  const given = idsOf(args);
  const problem = countProblem(given);
  if (problem !== undefined) return toolException(problem);
  const vulnerabilityIds = given.map((id) => toGid("Vulnerability", id));
  const projectId = toGid("Project", project.id);
  askGraphql(world, "vulnerabilitiesCreateIssue", { projectId, vulnerabilityIds });
  const found = allOf(given, world);
  if (found === undefined || project.access !== "write") return graphqlFailure();
  const [first] = found;
  const title =
    found.length === 1
      ? `Investigate vulnerability: ${first?.vulnerability.title ?? ""}`
      : `Investigate ${String(found.length)} vulnerabilities`;
  const lines = found.map(({ vulnerability, project: { path: of } }) => {
    const address = `${projectUrl({ path: of }, world)}/-/security/vulnerabilities`;
    const { id, severity, title: name } = vulnerability;
    return `- [${name}](${address}/${String(id)}) (${severity.toLowerCase()})`;
  });
  const item = createItem(world, project, {
    type: "issue",
    title,
    description: lines.join("\n"),
    isConfidential: true,
  });
  link(found, referenceOf(item), world);
  return reply({ issue: { id: toGid("Issue", item.id), title, name: title } });
}

/** Links an issue to vulnerabilities. */
export function linkVulnerabilityToIssue(args: JsonObject, world: World): ToolOutcome {
  const given = idsOf(args);
  const problem = countProblem(given);
  if (problem !== undefined) return toolException(problem);
  const issueId = toGid("Issue", shown(args["issue_id"]));
  const vulnerabilityIds = given.map((id) => toGid("Vulnerability", id));
  askGraphql(world, "vulnerabilityIssueLinkCreate", { issueId, vulnerabilityIds });
  const item = itemWithId(world, fromGid("Issue", issueId) ?? 0);
  const found = allOf(given, world);
  if (item === undefined || item.isInGroup || found === undefined) return graphqlFailure();
  const reference = referenceOf(item);
  const linked = found.find(({ vulnerability }) => vulnerability.issues.includes(reference));
  if (linked !== undefined) {
    return toolException("Issue has already been linked to another vulnerability");
  }
  world.tick();
  link(found, reference, world);
  const issue = { id: toGid("Issue", item.id), title: item.title, name: item.title };
  return reply({
    issueLinks: found.map(() => ({
      id: toGid("Vulnerabilities::IssueLink", world.nextId("vulnerability issue link")),
      issue,
      linkType: "RELATED",
    })),
  });
}

/** Links a vulnerability to the merge request that mends it. */
export function linkVulnerabilityToMergeRequest(args: JsonObject, world: World): ToolOutcome {
  const vulnerabilityId = toGid("Vulnerability", shown(args["vulnerability_id"]));
  const mergeRequestId = toGid("MergeRequest", shown(args["merge_request_id"]));
  askGraphql(world, "vulnerabilityLinkMergeRequest", { vulnerabilityId, mergeRequestId });
  const found = writableVulnerability(world, fromGid("Vulnerability", vulnerabilityId));
  const id = fromGid("MergeRequest", mergeRequestId);
  const all = mergeRequests(world);
  const mergeRequest = all.find((each) => each.id === id);
  if (found === undefined || mergeRequest === undefined) return graphqlFailure();
  world.tick();
  const links = new Set([...found.vulnerability.mergeRequests, mergeRequest.reference]);
  saveVulnerability(world, found, { mergeRequests: [...links] });
  const nodes = all
    .filter(({ reference }) => links.has(reference))
    .map((each) => ({ id: toGid("MergeRequest", each.id), title: each.title }));
  return reply({ vulnerability: { id: vulnerabilityId, mergeRequests: { nodes } } });
}

interface KnownMergeRequest {
  readonly id: number;
  readonly title: string;
  readonly reference: string;
}

function mergeRequests(world: World): readonly KnownMergeRequest[] {
  return world.projects.flatMap((project) =>
    world.part(mergeRequestsPart, project).rows.map(({ id, iid, title }) => ({
      id,
      title,
      reference: `${project.path}!${String(iid)}`,
    })),
  );
}

function idsOf({ vulnerability_ids: ids = null }: JsonObject): readonly string[] {
  return isJsonArray(ids) ? [...new Set(ids.map(String))] : [];
}

function countProblem(ids: readonly string[]): string | undefined {
  if (ids.length === 0) return "At least one vulnerability ID must be provided";
  return ids.length > maxLinks
    ? `At most ${String(maxLinks)} vulnerability IDs can be provided`
    : undefined;
}

/** All of them, or undefined where one is missing. */
function allOf(ids: readonly string[], world: World): readonly FoundVulnerability[] | undefined {
  const found = ids.map((id) => writableVulnerability(world, fromGid("Vulnerability", id)));
  const known = found.filter((each) => each !== undefined);
  return known.length < found.length ? undefined : known;
}

function link(found: readonly FoundVulnerability[], issue: string, world: World): void {
  for (const each of found) {
    saveVulnerability(world, each, { issues: [...each.vulnerability.issues, issue] });
  }
}
