import type { JsonObject } from "../../../core/json.ts";

const text = (description: string): JsonObject => ({ type: "string", minLength: 1, description });
const changes = (description: string): JsonObject => ({
  type: "object",
  description,
  additionalProperties: { type: ["string", "null"] },
});

const commandSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  required: ["run"],
  properties: {
    run: {
      $ref: "#/$defs/matcher",
      description: "The command line that it answers: the whole of it, or a matcher over it.",
    },
    when: {
      type: "object",
      additionalProperties: false,
      description: "What must hold before; without it, always.",
      properties: {
        files: {
          type: "object",
          additionalProperties: { $ref: "#/$defs/matcher" },
          description: "Matchers of the text of files, by path; null for one that is not there.",
        },
      },
    },
    exit_code: { type: "integer", minimum: 0, maximum: 255, description: "0 by default." },
    output: { type: "string", description: "What it prints; nothing by default." },
    writes: changes("Files that it leaves behind; null for one that it removes."),
  },
};

const gitSchema: JsonObject = {
  description: "The repository; false where there is none.",
  anyOf: [
    { const: false },
    {
      type: "object",
      additionalProperties: false,
      properties: {
        branch: text("The branch that is checked out: the remote's default branch, or main."),
        user: {
          type: "object",
          additionalProperties: false,
          description: "Who commits.",
          properties: { name: text("As in user.name."), email: text("As in user.email.") },
        },
        message: text("Of the first commit, where no project is cloned."),
        remote: text("The address of origin, where no project is cloned."),
        uncommitted: changes("Files laid over what is committed; null removes one."),
        branches: {
          type: "object",
          description: "Other local branches, each one commit on the first.",
          additionalProperties: {
            type: "object",
            additionalProperties: false,
            properties: {
              files: changes("Files laid over those of the first commit; null removes one."),
              message: text("Of the commit."),
            },
          },
        },
      },
    },
  ],
};

/** JSON Schema of a fake workspace, as it stands under `fakes: { workspace: … }`. */
export const workspaceSchema: JsonObject = {
  title: "workspace",
  description:
    "A folder of files with a git repository. It answers the file tools, and git in run_command and run_git_command; other commands answer what `commands` says. Nothing is executed.",
  type: "object",
  additionalProperties: false,
  properties: {
    project: text(
      "The path of a project of the fake gitlab to clone; `files` are then changes that are not committed.",
    ),
    files: changes("Text by path; null removes a file of the folder or of the project."),
    folders: {
      type: "array",
      items: { type: "string", minLength: 1 },
      description: "Folders without files.",
    },
    git: gitSchema,
    commands: {
      type: "array",
      description: "What commands answer; the first that matches.",
      items: commandSchema,
    },
    now: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$",
      description: "The time of the first commit; each later one is a second after the last.",
    },
  },
};
