import type { Family } from "../../core/family.ts";
import { blobSearch, searchBlobs } from "./blob-search.ts";
import { branchRoutes } from "./branch-routes.ts";
import { commitRoutes } from "./commit-routes.ts";
import { commitSearch, searchCommits } from "./commit-search.ts";
import {
  createBranch,
  getCommit,
  getCommitComments,
  getCommitDiff,
  listCommits,
} from "./commit-tools.ts";
import { createCommit } from "./create-commit-tool.ts";
import { fileRoutes } from "./file-routes.ts";
import { getRepositoryFile, getRepositoryFiles, listRepositoryTree } from "./file-tools.ts";
import { projectRemote } from "./project-remote.ts";
import { repositoryPart } from "./repository-part.ts";

/** The repository of a project: files, branches, commits. */
export const repositoryFamily: Family = {
  name: "repository",
  parts: { project: [repositoryPart] },
  routes: [...fileRoutes, ...branchRoutes, ...commitRoutes],
  tools: {
    get_repository_file: getRepositoryFile,
    get_repository_files: getRepositoryFiles,
    list_repository_tree: listRepositoryTree,
    gitlab_blob_search: blobSearch,
    list_commits: listCommits,
    get_commit: getCommit,
    get_commit_diff: getCommitDiff,
    get_commit_comments: getCommitComments,
    create_commit: createCommit,
    gitlab_commit_search: commitSearch,
    create_branch: createBranch,
  },
  searches: { blobs: searchBlobs, commits: searchCommits },
  remote: projectRemote,
};
