import type { Commit } from "../../repository/commit.ts";
import type { GitRemote } from "../../repository/git-remote.ts";
import type { PushRefs } from "../push-refs.ts";
import { shortId } from "../read-revision.ts";

const summaryWidth = 17;

/** Why a push is refused, as git puts it in brackets. */
export type PushRejection =
  | "fetch first"
  | "non-fast-forward"
  | "pre-receive hook declined"
  | "stale info";

/** What git says of a branch that the remote took. */
export function pushedText(
  url: string,
  { from, to, commit }: PushRefs,
  {
    before,
    isFastForward,
  }: { readonly before: Commit | undefined; readonly isFastForward: boolean },
): string {
  const names = `${from} -> ${to}`;
  if (before === undefined)
    return `To ${url}\n * ${"[new branch]".padEnd(summaryWidth)} ${names}\n`;
  const ids = `${shortId(before.id)}${isFastForward ? ".." : "..."}${shortId(commit.id)}`;
  const line = isFastForward ? `   ${ids}  ${names}` : ` + ${ids} ${names} (forced update)`;
  return `To ${url}\n${line}\n`;
}

/** What git says of a branch that it did not push, or that the remote did not take. */
export function rejectedText(url: string, { from, to }: PushRefs, why: PushRejection): string {
  const what = why === "pre-receive hook declined" ? "[remote rejected]" : "[rejected]";
  return `To ${url}\n ! ${what.padEnd(summaryWidth)} ${from} -> ${to} (${why})\nerror: failed to push some refs to '${url}'\n`;
}

/** What git advises to do next. */
export function hintOf(why: PushRejection, isCurrent: boolean): string {
  const note = "See the 'Note about fast-forwards' in 'git push --help' for details.";
  switch (why) {
    case "fetch first":
      return hints([
        "Updates were rejected because the remote contains work that you do",
        "not have locally. This is usually caused by another repository pushing",
        "to the same ref. You may want to first integrate the remote changes",
        "(e.g., 'git pull ...') before pushing again.",
        note,
      ]);
    case "non-fast-forward":
      return hints([
        ...(isCurrent
          ? [
              "Updates were rejected because the tip of your current branch is behind",
              "its remote counterpart. Integrate the remote changes (e.g.",
              "'git pull ...') before pushing again.",
            ]
          : [
              "Updates were rejected because a pushed branch tip is behind its remote",
              "counterpart. Check out this branch and integrate the remote changes",
              "(e.g. 'git pull ...') before pushing again.",
            ]),
        note,
      ]);
    case "pre-receive hook declined":
    case "stale info":
    default:
      return "";
  }
}

function hints(lines: readonly string[]): string {
  return lines.map((line) => `hint: ${line}\n`).join("");
}

/** What GitLab adds to a push: where to make a merge request, or which one there is. */
export function remoteWords(remote: GitRemote, branch: string): string {
  if (branch === (remote.defaultBranch ?? "main")) return "";
  const open = remote.mergeRequest?.(branch);
  const query = `merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`;
  const lines =
    open === undefined
      ? [
          `To create a merge request for ${branch}, visit:`,
          `  ${webAddress(remote)}/-/merge_requests/new?${query}`,
        ]
      : [`View merge request for ${branch}:`, `  ${open}`];
  return ["", ...lines, ""].map((line) => `remote: ${line}\n`).join("");
}

/** The address of a project for people. */
export function webAddress({ url }: Pick<GitRemote, "url">): string {
  return url.replace(/\.git$/, "");
}
