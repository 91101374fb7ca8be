import type { JsonObject } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { decoded } from "../../core/encoded.ts";
import { locateInProject } from "../../core/locate.ts";
import { reply, toolException } from "../../core/reply.ts";
import type { World } from "../../core/world.ts";
import { askGraphql, graphqlFailure } from "../api/graphql.ts";
import { save } from "./find-merge-request.ts";
import { mergeRequestKind } from "./merge-request-kind.ts";
import { mergeRequestsPart } from "./merge-requests-part.ts";

/**
 * Asks more people for a review and keeps those who are asked. The tool appends by GraphQL's
 * `mergeRequestSetReviewers`; in which shape it answers is not known, so this is the mutation's own.
 */
export function addMergeRequestReviewers(args: JsonObject, world: World): ToolOutcome {
  const at = locateInProject(args, world, mergeRequestKind);
  if (!at.ok) return toolException(at.message);
  const { reviewer_usernames: given = [] } = args;
  const usernames = isJsonArray(given) ? given.map(String) : [];
  const project = world.project(decoded(at.id));
  const projectPath = project?.path ?? decoded(at.id);
  const iid = String(at.iid);
  const variables = { projectPath, iid, reviewerUsernames: usernames, operationMode: "APPEND" };
  askGraphql(world, "mergeRequestSetReviewers", variables);
  const mergeRequest = project && world.part(mergeRequestsPart, project).get(at.iid);
  if (project?.access !== "write" || mergeRequest === undefined) return graphqlFailure();
  const unknown = usernames.filter((username) => world.userNamed(username) === undefined);
  if (unknown.length > 0) return toolException(`User not found: ${unknown.join(", ")}`);
  const before = mergeRequest.reviewers;
  const added = [...new Set(usernames)].filter(
    (username) => !before.some((reviewer) => reviewer.username === username),
  );
  const reviewers = [
    ...before,
    ...added.map((username) => ({ username, state: "unreviewed" as const })),
  ];
  save({ mergeRequest, project, world }, () => ({ reviewers }));
  const nodes = reviewers.map(({ username }) => ({ username }));
  return reply({ merge_request: { iid, reviewers: { nodes } } });
}
