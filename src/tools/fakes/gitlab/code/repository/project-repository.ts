import { history, mergeBase } from "../../../repository/commit-graph.ts";
import type { Commit } from "../../../repository/commit.ts";
import { createRepository, type Repository } from "../../../repository/create-repository.ts";
import type { Project } from "../../core/world.ts";
import type { BuiltRepository } from "./build-repository.ts";
import type { CommitComment } from "./commit-comment.ts";

/** What a repository is opened with. */
export interface RepositoryOrigin {
  readonly built: BuiltRepository;
  readonly protectedBranches: ReadonlySet<string>;
  readonly project: Pick<Project, "defaultBranch">;
}

const shortestId = 7;

/** The repository of a project in one trial. */
export class ProjectRepository {
  readonly git: Repository;
  readonly defaultBranch: string;
  readonly protectedBranches: ReadonlySet<string>;
  readonly #built: BuiltRepository;
  /** Ids, oldest first: an abbreviation is looked for among all of them. */
  readonly #ids: string[];

  constructor({ built, protectedBranches, project }: RepositoryOrigin) {
    this.#built = built;
    this.git = createRepository(built);
    this.defaultBranch = project.defaultBranch;
    this.protectedBranches = protectedBranches;
    this.#ids = built.commits.map(({ id }) => id);
  }

  get isEmpty(): boolean {
    return this.git.branches().length === 0;
  }

  /** What a branch pointed to when the trial began. */
  seedHead(branch: string): string | undefined {
    return this.#built.branches.get(branch);
  }

  /** Adds commits, oldest first, and points a branch to one of them. */
  move(branch: string, head: string, commits: readonly Commit[]): void {
    for (const commit of commits) this.note(commit);
    this.git.setBranch(branch, head);
  }

  /** Keeps a commit without pointing a branch to it. */
  note(commit: Commit): void {
    this.git.add(commit);
    this.#ids.push(commit.id);
  }

  /** The commit that a branch, `HEAD` or an id, also an abbreviated one, stands for. */
  resolve(ref: string): Commit | undefined {
    const name = ref.replace(/^refs\/heads\//, "");
    const branch = this.git.branch(name === "HEAD" ? this.defaultBranch : name);
    if (branch !== undefined) return branch;
    const id = ref.toLowerCase();
    if (!/^[0-9a-f]+$/.test(id) || id.length < shortestId) return undefined;
    const full = this.#ids.find((known) => known.startsWith(id));
    return full === undefined ? undefined : this.git.commit(full);
  }

  /** The commit and those before it, newest first. */
  history(...heads: readonly string[]): readonly Commit[] {
    return history((id) => this.git.commit(id), ...heads);
  }

  /** The newest commit that both were made on. */
  mergeBase(one: string, other: string): Commit | undefined {
    return mergeBase((id) => this.git.commit(id), one, other);
  }

  comments(id: string): readonly CommitComment[] {
    return this.#built.comments.get(id) ?? [];
  }
}
