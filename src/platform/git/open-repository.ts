import { AppError } from "../../core/errors/app-error.ts";
import { checkRevision } from "./check-revision.ts";
import { findWorkTree } from "./find-work-tree.ts";
import { GitBase } from "./git-base.ts";
import { type GitCall, gitOutput } from "./git-output.ts";
import { treeFiles } from "./tree-entries.ts";

/** A repository on this machine, of which objects and refs are read and nothing else. */
export interface Repository {
  /** The folder of its files. */
  readonly root: string;
  /**
   * The commit where the work since `ref` began: the merge base of it and HEAD.
   *
   * @throws AppError GIT_REF_INVALID, GIT_REF_UNKNOWN or GIT_NO_MERGE_BASE
   */
  readonly baseOf: (ref: string) => Promise<GitBase>;
}

/**
 * Opens the repository that a folder is in. Nothing that the repository configures is run: no hooks, no
 * filters, no external programs.
 *
 * @throws AppError GIT_NO_REPOSITORY
 */
export async function openRepository(
  folder: string,
  options: Omit<GitCall, "workTree"> = {},
): Promise<Repository> {
  const call = { ...options, workTree: await findWorkTree(folder) };
  const { root } = call.workTree;
  return {
    root,
    async baseOf(ref) {
      checkRevision(ref);
      const commit = await mergeBase(ref, call);
      const tree = await output(["ls-tree", "-r", "-z", "--full-tree", commit], call);
      return new GitBase({ ref, commit, files: treeFiles(tree), call });
    },
  };
}

async function mergeBase(ref: string, call: GitCall): Promise<string> {
  const head = await commitOf("HEAD", call);
  const other = await commitOf(ref, call);
  if (head === undefined || other === undefined) throw await unknownRef(head ? ref : "HEAD", call);
  const { exit, stdout, stderr } = await gitOutput(["merge-base", other, head], call);
  const [commit = ""] = stdout.toString("latin1").split("\n");
  if (exit === 0 && isId(commit)) return commit;
  if (exit > 1) throw failed("merge-base", stderr);
  throw new AppError("GIT_NO_MERGE_BASE", `HEAD and "${ref}" have no commit in common`, {
    hint: (await isShallow(call)) ? shallowHint(ref) : `rebase on ${ref}, or name another commit`,
  });
}

async function commitOf(ref: string, call: GitCall): Promise<string | undefined> {
  const args = ["rev-list", "--max-count=1", "--end-of-options", `${ref}^{commit}`, "--"];
  const { exit, stdout } = await gitOutput(args, call);
  const commit = stdout.toString("latin1").trim();
  return exit === 0 && isId(commit) ? commit : undefined;
}

function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

async function unknownRef(ref: string, call: GitCall): Promise<AppError> {
  // Asked for here, so that a repository that git cannot read at all is not said to lack a ref.
  const shallow = await isShallow(call);
  if (ref === "HEAD") {
    return new AppError("GIT_REF_UNKNOWN", "the repository has no commit yet", {
      hint: "commit something first",
    });
  }
  return new AppError("GIT_REF_UNKNOWN", `there is no commit "${ref}" in this repository`, {
    hint: shallow ? shallowHint(ref) : `check the spelling, or fetch it: ${fetchCommand(ref)}`,
  });
}

async function isShallow(call: GitCall): Promise<boolean> {
  const answer = await output(["rev-parse", "--is-shallow-repository"], call);
  return answer.toString("latin1").trim() === "true";
}

function shallowHint(ref: string): string {
  return `this clone is shallow: set GIT_DEPTH: 0 for the job in .gitlab-ci.yml, or run ${fetchCommand(ref)} --unshallow`;
}

function fetchCommand(ref: string): string {
  const [, remote = "origin", branch = ref] = /^(origin|upstream)\/(.+)$/.exec(ref) ?? [];
  const name = branch.replace(/[~^@].*$/, "");
  return name === "" || name === "HEAD" ? `git fetch ${remote}` : `git fetch ${remote} ${name}`;
}

async function output(args: readonly string[], call: GitCall): Promise<Buffer> {
  const { exit, stdout, stderr } = await gitOutput(args, call);
  if (exit !== 0) throw failed(args[0] ?? "", stderr);
  return stdout;
}

function failed(command: string, stderr: string): AppError {
  const [reason = ""] = stderr.replace(/^(?:fatal|error): /, "").split("\n");
  return new AppError("GIT_FAILED", `\`git ${command}\` failed: ${reason.slice(0, 300)}`, {
    hint: "see whether `git status` works in this repository",
  });
}
