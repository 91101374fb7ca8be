import { diffLines, type DiffLine } from "./diff-lines.ts";
import { diffsOf } from "./merge-request-diff.ts";
import type { Position } from "./merge-request.ts";
import type { NoteContext } from "./show-discussion.ts";
import { startDiscussion } from "./write-note.ts";

/** A comment within the output of a review. */
interface ReviewComment {
  readonly file: string;
  readonly oldLine: number | null;
  readonly newLine: number | null;
  readonly body: string;
}

const nothingFound = "The review found nothing to comment on.";

/**
 * Publishes the output of a code review: each `<comment file=… old_line=… new_line=…>` of it on its line.
 * Comments on lines that the diff does not have are dropped, as GitLab drops them; without any, a note says so.
 */
export function postDuoReview(start: NoteContext, output: string): void {
  let context = start;
  const { mergeRequest, project, world } = start;
  const diffs = diffsOf(mergeRequest, project, world);
  let posted = 0;
  for (const comment of reviewComments(output)) {
    const file = diffs.find(({ newPath }) => newPath === comment.file);
    const line = file && lineAt(diffLines(file.diff), comment.oldLine, comment.newLine);
    if (file === undefined || line === undefined || comment.body.trim() === "") continue;
    const { oldPath, newPath } = file;
    const { oldLine, newLine } = line;
    const position: Position = { oldPath, newPath, oldLine, newLine };
    context = startDiscussion(context, { body: comment.body, position }).context;
    posted += 1;
  }
  if (posted === 0) startDiscussion(context, { body: nothingFound, isIndividual: true });
}

/** The line with these numbers; where there is none, the one with the new number. */
export function lineAt(
  lines: readonly DiffLine[],
  oldLine: number | null,
  newLine: number | null,
): DiffLine | undefined {
  const exact = lines.find((line) => line.oldLine === oldLine && line.newLine === newLine);
  return exact ?? lines.find((line) => newLine !== null && line.newLine === newLine);
}

/** Reads the comments of a review. */
function reviewComments(output: string): readonly ReviewComment[] {
  const comments: ReviewComment[] = [];
  let at = 0;
  for (;;) {
    const start = output.indexOf("<comment", at);
    const open = start < 0 ? -1 : output.indexOf(">", start);
    const end = open < 0 ? -1 : output.indexOf("</comment>", open);
    if (end < 0) return comments;
    const head = output.slice(start, open);
    comments.push({
      file: attribute(head, "file"),
      oldLine: lineNumber(attribute(head, "old_line")),
      newLine: lineNumber(attribute(head, "new_line")),
      body: withSuggestion(output.slice(open + 1, end)),
    });
    at = end;
  }
}

function attribute(head: string, name: string): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`).exec(head)?.[1] ?? "";
}

function lineNumber(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}

/** `<from>` and `<to>` within a comment are code, and what to put in its place. */
function withSuggestion(text: string): string {
  const from = between(text, "<from>", "</from>");
  const to = between(text, "<to>", "</to>");
  if (from === undefined || to === undefined) return text.trim();
  const below = Math.max(0, from.split("\n").length - 1);
  const before = text.slice(0, text.indexOf("<from>")).trim();
  const after = text.slice(text.indexOf("</to>") + "</to>".length).trim();
  const block = `\`\`\`suggestion:-0+${String(below)}\n${to}\n\`\`\``;
  return [before, block, after].filter((part) => part !== "").join("\n\n");
}

function between(text: string, open: string, close: string): string | undefined {
  const start = text.indexOf(open);
  const end = text.indexOf(close, start + open.length);
  if (start < 0 || end < 0) return undefined;
  return text.slice(start + open.length, end).replaceAll(/^\n+|\n+$/g, "");
}
