import { commitsSince } from "../../repository/commit-graph.ts";
import { remoteName } from "../git-session.ts";
import { currentBranch, finder, type GitState, headId } from "../git-state.ts";

/** How far a branch and its upstream are from each other. */
export interface Distance {
  /** `origin/main`. */
  readonly upstream: string;
  /** Undefined where the remote has no such branch anymore. */
  readonly ahead: number | undefined;
  readonly behind: number | undefined;
}

/** How the current branch stands to its upstream; undefined without one. */
export function upstreamDistance(state: GitState): Distance | undefined {
  const branch = currentBranch(state);
  const upstream = branch === undefined ? undefined : state.upstreams.get(branch);
  if (upstream === undefined) return undefined;
  const name = `${remoteName}/${upstream}`;
  const theirs = state.tracking.get(upstream);
  const ours = headId(state);
  if (theirs === undefined || ours === undefined)
    return { upstream: name, ahead: undefined, behind: undefined };
  const find = finder(state);
  return {
    upstream: name,
    ahead: commitsSince(find, theirs, ours).length,
    behind: commitsSince(find, ours, theirs).length,
  };
}

/** The lines of `git status` and `git checkout` about the upstream; empty without one. */
export function trackingText(state: GitState): string {
  const distance = upstreamDistance(state);
  if (distance === undefined) return "";
  const { upstream, ahead, behind } = distance;
  if (ahead === undefined || behind === undefined) {
    return `Your branch is based on '${upstream}', but the upstream is gone.\n  (use "git branch --unset-upstream" to fixup)\n`;
  }
  if (ahead === 0 && behind === 0) return `Your branch is up to date with '${upstream}'.\n`;
  if (behind === 0) {
    return `Your branch is ahead of '${upstream}' by ${commits(ahead)}.\n  (use "git push" to publish your local commits)\n`;
  }
  if (ahead === 0) {
    return `Your branch is behind '${upstream}' by ${commits(behind)}, and can be fast-forwarded.\n  (use "git pull" to update your local branch)\n`;
  }
  return (
    `Your branch and '${upstream}' have diverged,\n` +
    `and have ${ahead} and ${behind} different commits each, respectively.\n` +
    `  (use "git pull" to merge the remote branch into yours)\n`
  );
}

function commits(count: number): string {
  return count === 1 ? "1 commit" : `${count} commits`;
}
