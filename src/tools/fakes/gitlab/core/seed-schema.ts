import type { JsonObject } from "../../../../core/json.ts";
import type { Family } from "./family.ts";
import { accessLevels } from "./owner.ts";
import { flag, map, optionalText, record, text, texts } from "./schema-words.ts";

/** JSON Schema of a seed with the keys that the families read. */
export function seedSchema(families: readonly Family[]): JsonObject {
  const keys = (kind: "group" | "instance" | "project"): JsonObject =>
    Object.assign(
      {},
      ...families.flatMap(({ parts }) => (parts?.[kind] ?? []).map(({ properties }) => properties)),
    );
  return record("A GitLab instance: its users, groups and projects, and what is in them.", {
    url: text("The instance's address; https://gitlab.example.com where nothing else is said."),
    now: text(
      "When a trial begins, as 2026-01-05T09:00:00Z; every write takes a second. The default of every time.",
    ),
    current_user: text("Who the agent acts as; the first user where nothing else is said."),
    users: map("By username.", userSchema),
    ...keys("instance"),
    groups: map(
      "By full path. The groups around a project exist without being named.",
      record("A group.", { ...namespaceKeys, ...keys("group") }),
    ),
    projects: map(
      "By full path.",
      record("A project.", { ...namespaceKeys, ...projectKeys, ...keys("project") }),
    ),
  });
}

const id: JsonObject = {
  type: "integer",
  minimum: 1,
  description: "Its id on the instance; the next free one where nothing else is said.",
};

const userSchema: JsonObject = record("Somebody with an account.", {
  id,
  name: text("As people write it; the username, capitalized, where nothing else is said."),
  email: text(),
  state: { type: "string", enum: ["active", "blocked"] },
  bot: flag(),
  admin: flag(),
  job_title: text(),
  preferred_language: text("ISO 639; en where nothing else is said."),
});

const namespaceKeys: JsonObject = {
  id,
  name: text(),
  description: optionalText(),
  visibility: { type: "string", enum: ["private", "internal", "public"] },
  access: {
    type: "string",
    enum: [...accessLevels],
    description:
      "What the current user may do: write (also see what is confidential), read, or none, which looks as if it did not exist. write where nothing else is said.",
  },
  created_at: text(),
  members: {
    type: "object",
    description: "Roles by username: guest, planner, reporter, developer, maintainer or owner.",
    additionalProperties: {
      type: ["string", "null"],
      enum: ["guest", "planner", "reporter", "developer", "maintainer", "owner", null],
    },
  },
};

const projectKeys: JsonObject = {
  default_branch: text("main where nothing else is said."),
  archived: flag(),
  topics: texts(),
};
