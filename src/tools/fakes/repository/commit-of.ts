import type { Commit } from "./commit.ts";
import { commitId } from "./object-id.ts";

/**
 * Makes a commit with the very id that git gives to it. A message ends with a newline, as git's own do;
 * one is added where there is none.
 */
export function commitOf(content: Omit<Commit, "id">): Commit {
  const message =
    content.message === "" || content.message.endsWith("\n")
      ? content.message
      : `${content.message}\n`;
  const whole = { ...content, message };
  return { ...whole, id: commitId(whole) };
}

/** The first paragraph of a commit's message, in one line. */
export function subjectOf({ message }: Pick<Commit, "message">): string {
  const lines = message.replace(/^(?:[ \t]*\n)+/, "").split("\n");
  const end = lines.findIndex((line) => line.trim() === "");
  return (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trimEnd()).join(" ");
}

/** What follows the first paragraph of a commit's message. */
export function bodyOf({ message }: Pick<Commit, "message">): string {
  const end = /\n[ \t]*\n/.exec(message);
  return end === null ? "" : message.slice(end.index + end[0].length).replace(/^\n+/, "");
}
