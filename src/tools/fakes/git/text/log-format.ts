import { bodyOf, subjectOf } from "../../repository/commit-of.ts";
import type { Commit } from "../../repository/commit.ts";
import { treeId } from "../../repository/object-id.ts";
import { remoteName } from "../git-session.ts";
import type { GitState } from "../git-state.ts";
import { shortId } from "../read-revision.ts";
import { gitDate, isoLikeDate, strictIsoDate, unixTime } from "./git-date.ts";

/** How dates are shown: `--date`. */
export type DateForm = "default" | "iso" | "iso-strict" | "short" | "unix";

/** How a commit is shown, without its changes. */
export type LogFormat =
  | { readonly type: "full" | "medium" | "short" }
  | { readonly type: "oneline"; readonly isShort: boolean }
  /** What stands between commits: a line's end after each, or only between them. */
  | { readonly type: "custom"; readonly text: string; readonly separator: "after" | "between" };

const named: Readonly<Record<string, LogFormat>> = {
  oneline: { type: "oneline", isShort: false },
  short: { type: "short" },
  medium: { type: "medium" },
  full: { type: "full" },
};

/** Reads the value of `--pretty` or `--format`; undefined for a format that is not kept. */
export function readLogFormat(value: string): LogFormat | undefined {
  if (Object.hasOwn(named, value)) return named[value];
  const isBetween = value.startsWith("format:");
  const text = isBetween ? value.slice("format:".length) : value.replace(/^tformat:/, "");
  if (!isBetween && text === value && text !== "" && !text.includes("%")) return undefined;
  if (
    text
      .replaceAll("%%", "")
      .match(/%(?!(?:[HhPpTtsbBnDd]|[ac][ne]|[ac][diIts]|C\([a-z ,]*\)|C(?:red|green|blue|reset)))/)
  ) {
    return undefined;
  }
  return { type: "custom", text, separator: isBetween ? "between" : "after" };
}

/** Reads the value of `--date`. */
export function readDateForm(value: string | undefined): DateForm | undefined {
  const forms: Readonly<Record<string, DateForm>> = {
    default: "default",
    iso: "iso",
    iso8601: "iso",
    "iso-strict": "iso-strict",
    short: "short",
    unix: "unix",
  };
  if (value === undefined) return "default";
  return Object.hasOwn(forms, value) ? forms[value] : undefined;
}

function dateText(at: string, form: DateForm): string {
  switch (form) {
    case "default":
      return gitDate(at);
    case "iso":
      return isoLikeDate(at);
    case "iso-strict":
      return strictIsoDate(at);
    case "short":
      return at.slice(0, 10);
    case "unix":
    default:
      return unixTime(at);
  }
}

interface Showing {
  readonly git: GitState;
  readonly date: DateForm;
}

/** A commit in a format, with a line's end where it is one of git's own. */
export function commitText(commit: Commit, format: LogFormat, showing: Showing): string {
  if (format.type === "oneline") {
    return `${format.isShort ? shortId(commit.id) : commit.id} ${subjectOf(commit)}\n`;
  }
  if (format.type === "custom") return fill(format.text, commit, showing);
  const { name, email } = commit.author;
  const committer = commit.committer ?? commit.author;
  const lines = [
    `commit ${commit.id}`,
    ...(commit.parents.length > 1 ? [`Merge: ${commit.parents.map(shortId).join(" ")}`] : []),
    `Author: ${name} <${email}>`,
    ...(format.type === "full" ? [`Commit: ${committer.name} <${committer.email}>`] : []),
    ...(format.type === "medium" ? [`Date:   ${dateText(commit.at, showing.date)}`] : []),
    "",
  ];
  const message = format.type === "short" ? subjectOf(commit) : commit.message.trimEnd();
  const shown = message.split("\n").map((line) => `    ${line}`);
  return [...lines, ...(message === "" ? [] : shown)].map((line) => `${line}\n`).join("");
}

function fill(text: string, commit: Commit, { git, date }: Showing): string {
  return text.replaceAll(/%(?:C\([^)]*\)|C(?:red|green|blue|reset)|[ac][neditIs]|.)/gs, (code) => {
    const name = code.slice(1);
    const [who, when] = name.startsWith("c")
      ? [commit.committer ?? commit.author, commit.committedAt ?? commit.at]
      : [commit.author, commit.at];
    if (name.length === 2) return signatureField(name.slice(1), { who, when, date });
    return commitField(name, commit, git);
  });
}

function signatureField(
  letter: string,
  signed: { readonly who: Commit["author"]; readonly when: string; readonly date: DateForm },
): string {
  const { who, when, date } = signed;
  const fields: Readonly<Record<string, string>> = {
    n: who.name,
    e: who.email,
    d: dateText(when, date),
    i: isoLikeDate(when),
    I: strictIsoDate(when),
    s: when.slice(0, 10),
    t: unixTime(when),
  };
  return fields[letter] ?? "";
}

function commitField(letter: string, commit: Commit, git: GitState): string {
  switch (letter) {
    case "H":
      return commit.id;
    case "h":
      return shortId(commit.id);
    case "P":
      return commit.parents.join(" ");
    case "p":
      return commit.parents.map(shortId).join(" ");
    case "T":
      return treeId(commit.tree);
    case "t":
      return shortId(treeId(commit.tree));
    case "s":
      return subjectOf(commit);
    case "b":
      return bodyOf(commit);
    case "B":
      return commit.message;
    case "n":
      return "\n";
    case "%":
      return "%";
    case "D":
      return refsOf(commit, git).join(", ");
    case "d": {
      const refs = refsOf(commit, git);
      return refs.length === 0 ? "" : ` (${refs.join(", ")})`;
    }
    default:
      // Colors are for terminals.
      return "";
  }
}

/** The names that point to a commit, in the order of git: what comes last among names comes first. */
function refsOf({ id }: Commit, git: GitState): readonly string[] {
  const { head, branches, tracking, remoteHead } = git;
  const current = head.type === "branch" && branches.get(head.name) === id ? head.name : undefined;
  const pointing = (refs: ReadonlyMap<string, string>): readonly string[] => {
    return [...refs].flatMap(([name, to]) => (to === id ? [name] : []));
  };
  const isRemoteHead = remoteHead !== undefined && tracking.get(remoteHead) === id;
  return [
    ...(current === undefined ? [] : [`HEAD -> ${current}`]),
    ...(head.type === "detached" && head.id === id ? ["HEAD"] : []),
    ...[...pointing(tracking), ...(isRemoteHead ? ["HEAD"] : [])]
      .toSorted()
      .toReversed()
      .map((name) => `${remoteName}/${name}`),
    ...pointing(branches)
      .filter((name) => name !== current)
      .toSorted()
      .toReversed(),
  ];
}
