import { history, isAncestor } from "../repository/commit-graph.ts";
import type { GitSession } from "./git-session.ts";
import { remoteName } from "./git-session.ts";
import { shortId } from "./read-revision.ts";
import { webAddress } from "./text/push-text.ts";

const summaryWidth = 17;

export interface Fetching {
  /** Only this branch; all without. */
  readonly branch?: string;
  /** Whether branches that the remote has no longer are forgotten. */
  readonly prunes?: boolean;
}

/** Takes over what the remote has, and says what is new; empty where nothing is. */
export function fetchRemote(
  session: GitSession,
  { branch, prunes = false }: Fetching = {},
): string {
  const { remote } = session;
  session.sent("git-upload-pack");
  const wanted = branch === undefined ? remote.branches : [branch];
  const rows: Row[] =
    branch === undefined ? [] : [{ mark: "*", what: "branch", from: branch, to: "FETCH_HEAD" }];
  if (prunes) rows.unshift(...prune(session));
  for (const name of wanted) rows.push(...update(session, name));
  if (rows.length === 0) return "";
  const width = Math.max(10, ...rows.map(({ from }) => from.length));
  const lines = rows.map(({ mark, what, from, to, note }) => {
    return ` ${mark} ${what.padEnd(summaryWidth)} ${from.padEnd(width)} -> ${to}${note ?? ""}\n`;
  });
  return `From ${webAddress(remote)}\n${lines.join("")}`;
}

interface Row {
  readonly mark: string;
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

function prune(session: GitSession): readonly Row[] {
  const { git, remote } = session;
  const gone = [...git.tracking.keys()]
    .filter((name) => remote.branch(name) === undefined)
    .toSorted();
  const tracking = new Map(git.tracking);
  for (const name of gone) tracking.delete(name);
  session.git = { ...git, tracking };
  return gone.map((name) => ({
    mark: "-",
    what: "[deleted]",
    from: "(none)",
    to: `${remoteName}/${name}`,
  }));
}

function update(session: GitSession, name: string): readonly Row[] {
  const { git, remote } = session;
  const head = remote.branch(name);
  const before = git.tracking.get(name);
  if (head === undefined || head.id === before) return [];
  const commits = new Map(git.commits);
  for (const commit of history((id) => remote.commit(id), head.id)) commits.set(commit.id, commit);
  session.git = { ...git, commits, tracking: new Map(git.tracking).set(name, head.id) };
  const to = `${remoteName}/${name}`;
  if (before === undefined) return [{ mark: "*", what: "[new branch]", from: name, to }];
  const isForward = isAncestor((id) => commits.get(id), before, head.id);
  const what = `${shortId(before)}${isForward ? ".." : "..."}${shortId(head.id)}`;
  const row = { mark: isForward ? " " : "+", what, from: name, to };
  return [isForward ? row : { ...row, note: "  (forced update)" }];
}
