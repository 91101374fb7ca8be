import type { Flow } from "../../flow/index.ts";
import { anything, integer, list, orNull, type Shape, text } from "./shape.ts";

/** A value that the context has before the first component runs. */
export interface InitialValue {
  readonly shape: Shape;
  /** What is null together with it. */
  readonly group?: string;
}

const project: InitialValue = { shape: orNull(text), group: "project" };
const always: InitialValue = { shape: text };

const ofEveryFlow: Readonly<Record<string, InitialValue>> = {
  goal: always,
  project_id: { shape: orNull(anything), group: "project" },
  project_http_url_to_repo: project,
  project_default_branch: project,
  current_date: always,
  workflow_id: always,
  session_url: project,
};

const namespaceFields = ["id", "name", "description", "web_url"];

const ofV1: Readonly<Record<string, InitialValue>> = {
  ...ofEveryFlow,
  namespace: {
    shape: {
      kind: "mapping",
      fields: new Map(namespaceFields.map((name) => [name, orNull(text)])),
      nullable: true,
    },
    group: "namespace",
  },
  gitlab_instance_type: always,
  gitlab_instance_url: always,
  gitlab_instance_version: always,
};

/** An experimental flow cannot run without a project. */
const ofExperimental: Readonly<Record<string, InitialValue>> = Object.fromEntries(
  Object.keys(ofEveryFlow).map((name) => [
    name,
    name === "project_id" ? { shape: integer } : always,
  ]),
);

/** What the context holds when a flow starts, but for `inputs`. */
export function initialContext({ version }: Flow): ReadonlyMap<string, InitialValue> {
  return version === "v1" ? v1 : experimental;
}

const v1 = new Map(Object.entries(ofV1));
const experimental = new Map(Object.entries(ofExperimental));

/** Additional context that comes as plain text and needs no declaration. */
export const executorCategories: readonly string[] = [
  "agent_user_environment",
  "os_information",
  "shell_information",
  "user_rule",
];

/** What is below `context:inputs` without being declared. */
export const givenInputs: ReadonlyMap<string, Shape> = new Map([
  ...[...executorCategories, "workspace_agent_skills"].map((name) => [name, text] as const),
  ["cancelled_turn", list] as const,
]);
