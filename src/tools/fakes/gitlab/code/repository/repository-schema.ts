import type { JsonObject } from "../../../../../core/json.ts";
import { listOf, map, record, text, texts, whole } from "../../core/schema-words.ts";

const files = (description: string): JsonObject => ({
  type: "object",
  description,
  additionalProperties: { type: ["string", "null"] },
});

const commitKeys: JsonObject = {
  message: text(),
  author: text("A username."),
  at: text("When it was made; the trial's beginning where nothing else is said."),
  files: files("What it changes: text by path, null for a file that it removes."),
  comments: listOf(
    "What was said about it.",
    record("A comment.", {
      author: text("A username."),
      note: text(),
      path: text("A file of its diff."),
      line: whole("A line of that file, as it is after the commit."),
      created_at: text(),
    }),
  ),
};

/** The keys of a project's block that say what is in its repository. */
export const repositoryKeys: Readonly<Record<string, JsonObject>> = {
  files: files("The first commit of the default branch: text by path."),
  commits: listOf(
    "Further commits of the default branch, oldest first.",
    record("A commit.", commitKeys),
  ),
  branches: map(
    "Other branches by name. `files`, `message`, `author` and `at` are its one commit; `commits` are several.",
    record("A branch.", {
      from: text(
        "The branch that it was made from; the default branch where nothing else is said.",
      ),
      ...commitKeys,
      commits: listOf("Its commits, oldest first; a message alone says nothing of the files.", {
        anyOf: [{ type: "string" }, record("A commit.", commitKeys)],
      }),
    }),
  ),
  protected_branches: texts(
    "Branches that nobody pushes or commits to; the default branch where nothing else is said.",
  ),
};
