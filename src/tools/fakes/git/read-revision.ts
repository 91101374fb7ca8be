import type { Commit } from "../repository/commit.ts";
import { remoteName } from "./git-session.ts";
import type { GitState } from "./git-state.ts";
import { currentBranch, headId } from "./git-state.ts";

/** The commit that a name stands for: `HEAD~2`, a branch, `origin/main`, the beginning of an id; undefined for none. */
export function readRevision(state: GitState, text: string): Commit | undefined {
  const parts = /^(.*?)((?:[~^]\d*)*)$/s.exec(text);
  const [, name = "", steps = ""] = parts ?? [];
  let id = namedId(state, name);
  for (const step of steps.match(/[~^]\d*/g) ?? []) {
    const count = step.length === 1 ? 1 : Number(step.slice(1));
    id = step.startsWith("~") ? ancestorId(state, id, count) : parentId(state, id, count);
  }
  return state.commits.get(id ?? "");
}

function namedId(state: GitState, name: string): string | undefined {
  const { branches, tracking, upstreams } = state;
  if (name === "HEAD" || name === "@") return headId(state);
  const upstream = /^(.*)@\{(?:u|upstream)\}$/.exec(name);
  if (upstream !== null) {
    const branch = upstream[1] === "" ? currentBranch(state) : upstream[1];
    return tracking.get(upstreams.get(branch ?? "") ?? "");
  }
  const local = branches.get(name.replace(/^refs\/heads\//, "").replace(/^heads\//, ""));
  if (local !== undefined) return local;
  const remote = new RegExp(`^(?:refs/remotes/|remotes/)?${remoteName}/(.*)$`).exec(name);
  const short = name === remoteName || remote?.[1] === "HEAD" ? state.remoteHead : remote?.[1];
  const tracked = tracking.get(short ?? "");
  return tracked ?? abbreviatedId(state, name);
}

function abbreviatedId({ commits }: GitState, name: string): string | undefined {
  if (!/^[0-9a-f]{4,40}$/i.test(name)) return undefined;
  const found = [...commits.keys()].filter((id) => id.startsWith(name.toLowerCase()));
  return found.length === 1 ? found[0] : undefined;
}

function ancestorId(state: GitState, id: string | undefined, count: number): string | undefined {
  let at = id;
  for (let step = 0; step < count && at !== undefined; step += 1) at = parentId(state, at, 1);
  return at;
}

function parentId({ commits }: GitState, id: string | undefined, nth: number): string | undefined {
  return nth === 0 ? id : commits.get(id ?? "")?.parents[nth - 1];
}

/** The beginning of an id, as git shows it. */
export function shortId(id: string): string {
  return id.slice(0, 7);
}

/** Whether a name may be a branch's. */
export function isBranchName(name: string): boolean {
  return (
    /^[^\s~^:?*[\\\u007F]+$/.test(name) &&
    !/^[-/]|\/$|\.$|\.\.|\/\/|@\{|\.lock(?:\/|$)|(?:^|\/)\./.test(name) &&
    name !== "@" &&
    name !== "HEAD"
  );
}
