import type { JsonObject } from "../../../../../core/json.ts";
import { commitOf } from "../../../repository/commit-of.ts";
import type { Commit } from "../../../repository/commit.ts";
import { projectOf } from "../../core/find-owner.ts";
import { requiredText, textParam } from "../../core/params.ts";
import { notFound, RestError } from "../../core/rest.ts";
import type { Project, RestRequest, Route, World } from "../../core/world.ts";
import { afterPush } from "../pipelines/after-push.ts";
import { isBranchName } from "./branch-routes.ts";
import { signatureOf } from "./build-repository.ts";
import { applyActions } from "./file-actions.ts";
import type { ProjectRepository } from "./project-repository.ts";
import { repositoryPart } from "./repository-part.ts";
import { showCommit } from "./show-commit.ts";
import { diffStats } from "./show-diff.ts";

/** `POST /projects/:id/repository/commits`: several file actions in one commit. */
export const createCommitRoute: Route = {
  method: "POST",
  path: "/projects/:id/repository/commits",
  answer: (request) => {
    const { body, world } = request;
    const project = projectOf(request, "write");
    const repository = world.part(repositoryPart, project);
    const branch = requiredText(body, "branch");
    if (repository.protectedBranches.has(branch) && repository.git.branch(branch) !== undefined) {
      const message = "403 Forbidden - You are not allowed to push into this branch";
      throw new RestError(403, { message });
    }
    const base = baseOf(request, repository, branch);
    const tree = applyActions(body["actions"] ?? [], { repository, base });
    const commit = commitOf({
      parents: base === undefined ? [] : [base.id],
      tree,
      author: authorOf(body, world),
      committer: signatureOf(world.currentUser.username, world),
      at: world.tick(),
      message: requiredText(body, "commit_message"),
    });
    repository.move(branch, commit.id, [commit]);
    afterPush(world, project, { branch, head: commit });
    return {
      ...showCommit(commit, project, world),
      stats: diffStats(base?.tree ?? new Map(), tree),
      status: null,
      project_id: project.id,
      last_pipeline: null,
    };
  },
};

/** The commit that the new one is made on: the branch's, or where a new branch begins. */
function baseOf(
  { body, world }: RestRequest,
  repository: ProjectRepository,
  branch: string,
): Commit | undefined {
  const start = startOf(body);
  const head = repository.git.branch(branch);
  if (head !== undefined) {
    if (start === undefined) return head;
    throw refused(
      `A branch called '${branch}' already exists. Switch to that branch in order to make changes`,
    );
  }
  if (!isBranchName(branch)) throw refused("Branch name is invalid");
  if (start === undefined) {
    if (repository.isEmpty) return undefined;
    throw refused("You can only create or edit files when you are on a branch");
  }
  const source = sourceOf(body, world);
  const from = source === undefined ? repository : world.part(repositoryPart, source);
  const base = from.resolve(start);
  if (base === undefined) throw refused(`Cannot find start branch/commit: ${start}`);
  if (from !== repository) for (const commit of from.history(base.id)) repository.note(commit);
  return base;
}

function startOf(body: JsonObject): string | undefined {
  const branch = textParam(body, "start_branch");
  const sha = textParam(body, "start_sha");
  if (branch !== undefined && sha !== undefined) {
    throw new RestError(400, { error: "start_branch, start_sha are mutually exclusive" });
  }
  if (sha !== undefined && !/^[0-9a-f]{7,40}$/i.test(sha)) {
    throw refused(`Cannot find start branch/commit: ${sha}`);
  }
  return branch ?? sha;
}

function sourceOf(body: JsonObject, world: World): Project | undefined {
  const name = textParam(body, "start_project");
  if (name === undefined) return undefined;
  const project = world.project(name);
  if (project === undefined) throw notFound("Project");
  return project;
}

function authorOf(body: JsonObject, world: World): Commit["author"] {
  const own = signatureOf(world.currentUser.username, world);
  return {
    name: textParam(body, "author_name") ?? own.name,
    email: textParam(body, "author_email") ?? own.email,
  };
}

function refused(message: string): RestError {
  return new RestError(400, { message });
}
