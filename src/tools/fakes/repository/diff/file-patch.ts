import { blobId } from "../object-id.ts";
import type { FileChange } from "./diff-trees.ts";
import { hunkText } from "./hunk-text.ts";
import { quotePath } from "./quote-path.ts";

const shortId = 7;
const noId = "0".repeat(shortId);

/** The part of a unified difference that is about one file, in git's format. */
export function filePatch(change: FileChange, context = 3): string {
  const before = change.status === "A" ? undefined : change.before;
  const after = change.status === "D" ? undefined : change.after;
  const from = change.status === "R" ? change.from : change.path;
  const names = { old: quotePath(`a/${from}`), new: quotePath(`b/${change.path}`) };
  const head = [`diff --git ${names.old} ${names.new}`, ...kindLines(change)];
  const ids = `${abbreviate(before)}..${abbreviate(after)}`;
  if (before !== after) {
    const isNewOrGone = before === undefined || after === undefined;
    head.push(isNewOrGone ? `index ${ids}` : `index ${ids} 100644`);
  }
  const oldName = before === undefined ? "/dev/null" : names.old;
  const newName = after === undefined ? "/dev/null" : names.new;
  if (isBinary(before) || isBinary(after)) {
    const note = before === after ? [] : [`Binary files ${oldName} and ${newName} differ`];
    return lines([...head, ...note]);
  }
  const hunks = hunkText(before ?? "", after ?? "", context);
  if (hunks === "") return lines(head);
  return `${lines([...head, `--- ${tabbed(oldName, before)}`, `+++ ${tabbed(newName, after)}`])}${hunks}`;
}

function kindLines(change: FileChange): readonly string[] {
  switch (change.status) {
    case "A":
      return ["new file mode 100644"];
    case "D":
      return ["deleted file mode 100644"];
    case "M":
      return [];
    case "R":
    default:
      return [
        `similarity index ${change.similarity}%`,
        `rename from ${quotePath(change.from)}`,
        `rename to ${quotePath(change.path)}`,
      ];
  }
}

/** Git takes a file for binary when a NUL is near its beginning. */
export function isBinary(text: string | undefined): boolean {
  return text !== undefined && text.slice(0, 8000).includes("\0");
}

function abbreviate(text: string | undefined): string {
  return text === undefined ? noId : blobId(text).slice(0, shortId);
}

/** A tab ends a name with spaces, so that what reads the patch knows where the name ends. */
function tabbed(name: string, text: string | undefined): string {
  return text !== undefined && !name.startsWith('"') && name.includes(" ") ? `${name}\t` : name;
}

function lines(items: readonly string[]): string {
  return items.map((item) => `${item}\n`).join("");
}
