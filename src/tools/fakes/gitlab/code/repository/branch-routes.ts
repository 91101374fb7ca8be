import type { JsonObject } from "../../../../../core/json.ts";
import type { Commit } from "../../../repository/commit.ts";
import { encoded } from "../../core/encoded.ts";
import { projectOf } from "../../core/find-owner.ts";
import { pageOf, requiredText, textParam } from "../../core/params.ts";
import { notFound, RestError } from "../../core/rest.ts";
import type { Project, Route, World } from "../../core/world.ts";
import { repositoryPart } from "./repository-part.ts";
import { projectUrl, showCommit } from "./show-commit.ts";

/** `/repository/branches` of a project. */
export const branchRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/repository/branches",
    query: ["search", "page", "per_page"],
    answer: (request) => {
      const project = projectOf(request);
      const { git } = request.world.part(repositoryPart, project);
      const search = textParam(request.query, "search")?.toLowerCase() ?? "";
      const names = git.branches().filter((name) => name.toLowerCase().includes(search));
      return pageOf(names, request.query).flatMap((name) => {
        const head = git.branch(name);
        return head === undefined ? [] : [showBranch(name, head, [project, request.world])];
      });
    },
  },
  {
    method: "GET",
    path: "/projects/:id/repository/branches/:branch",
    query: [],
    answer: (request) => {
      const project = projectOf(request);
      const name = request.params.get("branch") ?? "";
      const head = request.world.part(repositoryPart, project).git.branch(name);
      if (head === undefined) throw notFound("Branch");
      return showBranch(name, head, [project, request.world]);
    },
  },
  {
    method: "POST",
    path: "/projects/:id/repository/branches",
    answer: (request) => {
      const { world, body } = request;
      const project = projectOf(request, "write");
      const name = requiredText(body, "branch");
      const repository = world.part(repositoryPart, project);
      const head = repository.resolve(requiredText(body, "ref"));
      if (!isBranchName(name)) throw refused("Branch name is invalid");
      if (repository.git.branch(name) !== undefined) throw refused("Branch already exists");
      if (head === undefined) throw refused(`Invalid reference name: ${requiredText(body, "ref")}`);
      world.tick();
      repository.move(name, head.id, []);
      return showBranch(name, head, [project, world]);
    },
  },
];

function refused(message: string): RestError {
  return new RestError(400, { message });
}

/** The rules of `git check-ref-format` that a person could break. */
export function isBranchName(name: string): boolean {
  if (name === "" || name === "HEAD" || name.startsWith("-") || name.endsWith(".")) return false;
  // oxlint-disable-next-line no-control-regex -- these are what git refuses
  if (/[\s~^:?*[\\\u0000-\u001f\u007f]|\.\.|@\{|\/\/|^\/|\/$/.test(name)) return false;
  return name.split("/").every((part) => !part.startsWith(".") && !part.endsWith(".lock"));
}

function showBranch(
  name: string,
  head: Commit,
  [project, world]: readonly [Project, World],
): JsonObject {
  const { defaultBranch, protectedBranches } = world.part(repositoryPart, project);
  const isProtected = protectedBranches.has(name);
  return {
    name,
    commit: showCommit(head, project, world),
    merged: false,
    protected: isProtected,
    developers_can_push: false,
    developers_can_merge: false,
    can_push: !isProtected && project.access === "write",
    default: name === defaultBranch,
    web_url: `${projectUrl(project, world)}/-/tree/${name.split("/").map(encoded).join("/")}`,
  };
}
