import { displayWidth } from "../../../../core/text/display-width.ts";
import type { FileChange } from "./diff-trees.ts";
import { isBinary } from "./file-patch.ts";
import { lineChanges } from "./line-changes.ts";
import { quotePath } from "./quote-path.ts";

/** How many lines of a file are new and gone; undefined for a binary one. */
export interface LineCounts {
  readonly added: number;
  readonly deleted: number;
}

const totalWidth = 80;
const encoder = new TextEncoder();

/** Counts the lines of a change. */
export function countLines(change: FileChange): LineCounts | undefined {
  const before = change.status === "A" ? "" : change.before;
  const after = change.status === "D" ? "" : change.after;
  if (isBinary(before) || isBinary(after)) return undefined;
  let added = 0;
  let deleted = 0;
  for (const { before: old, after: now } of lineChanges(before, after)) {
    deleted += old.end - old.start;
    added += now.end - now.start;
  }
  return { added, deleted };
}

/** What `git diff --stat` prints; empty where nothing changed. */
export function diffStat(changes: readonly FileChange[]): string {
  if (changes.length === 0) return "";
  const rows = changes.map((change) => ({
    change,
    name: statName(change),
    counts: countLines(change),
  }));
  const most = Math.max(...rows.map(({ counts }) => (counts ? counts.added + counts.deleted : 0)));
  const hasBinary = rows.some(({ counts }) => counts === undefined);
  const widths = layOut(Math.max(...rows.map(({ name }) => displayWidth(name))), most, hasBinary);
  const lines = rows.map(({ change, name, counts }) => {
    const shown = shorten(name, widths.name);
    const label = ` ${shown}${" ".repeat(Math.max(0, widths.name - displayWidth(shown)))} | `;
    if (counts === undefined) return `${label}${"Bin".padStart(widths.number)} ${sizes(change)}\n`;
    const total = counts.added + counts.deleted;
    const graph = total === 0 ? "" : ` ${graphOf(counts, widths.graph, most)}`;
    return `${label}${String(total).padStart(widths.number)}${graph}\n`;
  });
  return lines.join("") + shortStat(changes);
}

/** The last line of `git diff --stat`; `git commit` prints it too. */
export function shortStat(changes: readonly FileChange[]): string {
  if (changes.length === 0) return "";
  let added = 0;
  let deleted = 0;
  for (const change of changes) {
    const counts = countLines(change);
    added += counts?.added ?? 0;
    deleted += counts?.deleted ?? 0;
  }
  const parts = [` ${changes.length} ${changes.length === 1 ? "file" : "files"} changed`];
  if (added > 0 || deleted === 0)
    parts.push(`${added} ${added === 1 ? "insertion" : "insertions"}(+)`);
  if (deleted > 0 || added === 0)
    parts.push(`${deleted} ${deleted === 1 ? "deletion" : "deletions"}(-)`);
  return `${parts.join(", ")}\n`;
}

/** What `git diff --numstat` prints. */
export function numStat(changes: readonly FileChange[]): string {
  return changes
    .map((change) => {
      const counts = countLines(change);
      return `${counts?.added ?? "-"}\t${counts?.deleted ?? "-"}\t${statName(change)}\n`;
    })
    .join("");
}

function sizes(change: FileChange): string {
  const before = change.status === "A" ? "" : change.before;
  const after = change.status === "D" ? "" : change.after;
  if (before === after) return "";
  return `${encoder.encode(before).length} -> ${encoder.encode(after).length} bytes`;
}

function layOut(
  longest: number,
  most: number,
  hasBinary: boolean,
): { readonly name: number; readonly number: number; readonly graph: number } {
  const number = Math.max(String(most).length, hasBinary ? 3 : 0);
  let name = longest;
  let graph = most;
  if (name + number + 6 + graph > totalWidth) {
    const share = Math.floor((totalWidth * 3) / 8) - number - 6;
    if (graph > share) graph = Math.max(6, share);
    if (name > totalWidth - number - 6 - graph) name = totalWidth - number - 6 - graph;
    else graph = totalWidth - number - 6 - name;
  }
  return { name, number, graph };
}

function graphOf({ added, deleted }: LineCounts, width: number, most: number): string {
  if (width > most) return "+".repeat(added) + "-".repeat(deleted);
  const scaled = scale(added + deleted, width, most);
  const total = scaled < 2 && added > 0 && deleted > 0 ? 2 : scaled;
  if (added < deleted) {
    const plus = scale(added, width, most);
    return "+".repeat(plus) + "-".repeat(total - plus);
  }
  const minus = scale(deleted, width, most);
  return "+".repeat(total - minus) + "-".repeat(minus);
}

function scale(value: number, width: number, most: number): number {
  return value === 0 ? 0 : 1 + Math.floor((value * (width - 1)) / most);
}

/** Cuts a long path at its front, at a slash where one is near. */
function shorten(name: string, width: number): string {
  if (displayWidth(name) <= width) return name;
  const tail = name.slice(name.length - (width - 3));
  const slash = tail.indexOf("/");
  return `...${slash < 0 ? tail : tail.slice(slash)}`;
}

/** The path, or for a renamed file both, with what they share outside of braces. */
export function statName(change: FileChange): string {
  if (change.status !== "R") return quotePath(change.path);
  const { from, path } = change;
  if (quotePath(from) !== from || quotePath(path) !== path)
    return `${quotePath(from)} => ${quotePath(path)}`;
  const head = sharedHead(from, path);
  const tail = sharedTail(from, path, head);
  if (head === 0 && tail === 0) return `${from} => ${path}`;
  const old = from.slice(head, Math.max(head, from.length - tail));
  const now = path.slice(head, Math.max(head, path.length - tail));
  return `${from.slice(0, head)}{${old} => ${now}}${from.slice(from.length - tail)}`;
}

function sharedHead(from: string, to: string): number {
  let head = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at += 1) {
    if (from[at] === "/") head = at + 1;
  }
  return head;
}

/** The slash at the end of what both begin with may be the one at which their ends begin. */
function sharedTail(from: string, to: string, head: number): number {
  const overlap = head > 0 ? 1 : 0;
  let tail = 0;
  for (
    let length = 1;
    length <= from.length - head + overlap &&
    length <= to.length - head + overlap &&
    from.at(-length) === to.at(-length);
    length += 1
  ) {
    if (from.at(-length) === "/") tail = length;
  }
  return tail;
}
