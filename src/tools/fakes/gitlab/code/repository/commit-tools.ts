import type { JsonObject } from "../../../../../core/json.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { locateProject } from "../../core/locate.ts";
import { bodyText, reply, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { World } from "../../core/world.ts";
import { bodyOf, fetchOne } from "../api/fetched.ts";
import { locateCommit } from "./tool-paths.ts";

/*
 * Results after the service's commit.py, as public mirrors have it: a body that the tool does not parse is a
 * JSON text within its JSON.
 */

/** What the tool sends where nothing is said. */
const listDefaults: JsonObject = {
  all: false,
  author: null,
  first_parent: false,
  order: null,
  path: null,
  ref_name: null,
  since: null,
  trailers: false,
  until: null,
  with_stats: false,
  page: 1,
};

/** Commits of a branch, newest first. */
export function listCommits(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const query = Object.fromEntries(
    Object.entries(listDefaults).map(([key, usual]) => [key, args[key] ?? usual]),
  );
  const path = `/api/v4/projects/${at.id}/repository/commits`;
  return unparsed("commits", path, send(world, ["GET", path], { query }));
}

/** One commit. */
export function getCommit(args: JsonObject, world: World): ToolOutcome {
  const at = locateCommit(args, world);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/repository/commits/${at.sha}`;
  const query = { stats: args["stats"] ?? null };
  return unparsed("commit", path, send(world, ["GET", path], { query }));
}

/** What a commit changes. */
export function getCommitDiff(args: JsonObject, world: World): ToolOutcome {
  const at = locateCommit(args, world);
  if (!at.ok) return toolException(at.message);
  const diff = fetchOne(world, `/api/v4/projects/${at.id}/repository/commits/${at.sha}/diff`);
  return diff.ok ? reply({ diff: diff.value }) : diff.outcome;
}

/** What was said about a commit. */
export function getCommitComments(args: JsonObject, world: World): ToolOutcome {
  const at = locateCommit(args, world);
  if (!at.ok) return toolException(at.message);
  const path = `/api/v4/projects/${at.id}/repository/commits/${at.sha}/comments`;
  return unparsed("comments", path, send(world, ["GET", path]));
}

/** Makes a branch from another one, or from a commit. */
export function createBranch(args: JsonObject, world: World): ToolOutcome {
  const at = locateProject(args, world);
  if (!at.ok) return toolException(at.message);
  const { branch = "", ref = "" } = args;
  const path = `/api/v4/projects/${at.id}/repository/branches`;
  const made = bodyOf(send(world, ["POST", path], { body: { branch, ref } }), path);
  return made.ok ? reply({ status: "success", branch: made.value }) : made.outcome;
}

function unparsed(key: string, path: string, response: ReturnType<typeof send>): ToolOutcome {
  if (isSuccess(response)) return reply({ [key]: bodyText(response) });
  const failed = bodyOf(response, path);
  return failed.ok ? reply(failed.value) : failed.outcome;
}
