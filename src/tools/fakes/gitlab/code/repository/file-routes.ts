import type { JsonObject } from "../../../../../core/json.ts";
import type { Commit } from "../../../repository/commit.ts";
import { blobId } from "../../../repository/object-id.ts";
import { projectOf } from "../../core/find-owner.ts";
import { flagParam, pageOf, requiredText, textParam } from "../../core/params.ts";
import { notFound } from "../../core/rest.ts";
import type { RestRequest, Route } from "../../core/world.ts";
import type { ProjectRepository } from "./project-repository.ts";
import { repositoryPart } from "./repository-part.ts";
import { treeEntries } from "./tree-entries.ts";

/** Files and folders of a project's repository. */
export const fileRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/projects/:id/repository/tree",
    query: ["path", "ref", "recursive", "page", "per_page"],
    answer: (request) => {
      const repository = request.world.part(repositoryPart, projectOf(request));
      const ref = textParam(request.query, "ref") ?? "HEAD";
      const commit = repository.resolve(ref === "" ? "HEAD" : ref);
      if (commit === undefined) throw notFound("Tree");
      const folder = textParam(request.query, "path") ?? "";
      const isRecursive = flagParam(request.query, "recursive") ?? false;
      const entries = treeEntries(commit.tree, folder, isRecursive);
      if (entries === undefined) throw notFound("invalid revision or path");
      return pageOf(entries, request.query);
    },
  },
  {
    method: "GET",
    path: "/projects/:id/repository/files/:path",
    query: ["ref"],
    answer: (request) => showFile(fileOf(request)),
  },
  {
    method: "GET",
    path: "/projects/:id/repository/files/:path/raw",
    query: ["ref"],
    answer: (request) => fileOf(request).text,
  },
];

interface FoundFile {
  readonly path: string;
  readonly ref: string;
  readonly text: string;
  readonly commit: Commit;
  readonly repository: ProjectRepository;
}

function fileOf(request: RestRequest): FoundFile {
  const repository = request.world.part(repositoryPart, projectOf(request));
  const ref = requiredText(request.query, "ref");
  const commit = repository.resolve(ref);
  if (commit === undefined) throw notFound("Commit");
  const path = request.params.get("path") ?? "";
  const text = commit.tree.get(path);
  if (text === undefined) throw notFound("File");
  return { path, ref, text, commit, repository };
}

function showFile({ path, ref, text, commit, repository }: FoundFile): JsonObject {
  const bytes = new TextEncoder().encode(text);
  return {
    file_name: path.slice(path.lastIndexOf("/") + 1),
    file_path: path,
    size: bytes.length,
    encoding: "base64",
    content: Buffer.from(bytes).toString("base64"),
    ref,
    blob_id: blobId(text),
    commit_id: commit.id,
    last_commit_id: lastCommit(repository, commit, path).id,
    execute_filemode: false,
  };
}

/** The commit that last changed a file, seen from another. */
export function lastCommit(repository: ProjectRepository, head: Commit, path: string): Commit {
  return repository.history(head.id).find((commit) => touches(repository, commit, path)) ?? head;
}

/** Whether a commit changes a file, or something in a folder, of its first parent. */
export function touches(repository: ProjectRepository, commit: Commit, path: string): boolean {
  const before = repository.git.commit(commit.parents[0] ?? "")?.tree ?? new Map<string, string>();
  if (before.get(path) !== commit.tree.get(path)) return true;
  const prefix = `${path.replace(/\/+$/, "")}/`;
  const inside = [...before.keys(), ...commit.tree.keys()].filter((file) =>
    file.startsWith(prefix),
  );
  return inside.some((file) => before.get(file) !== commit.tree.get(file));
}
