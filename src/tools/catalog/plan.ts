import type { CatalogEntry } from "./catalog-entry.ts";
import { choice, list, object, required, text } from "./parameter.ts";
import { keepsPlan } from "./presets.ts";

/** The to-do list, and the plan of the older workflows, which no v1 flow has a place for. */
export const planTools: readonly CatalogEntry[] = [
  {
    name: "todo_write",
    summary: "Replaces the agent's to-do list",
    ...keepsPlan,
    scope: "none",
    experimental: true,
    parameters: {
      todos: required(
        list(
          object({
            description: required(text()),
            status: required(choice("pending", "in_progress", "completed", "cancelled")),
          }),
        ),
      ),
    },
  },
  {
    name: "create_plan",
    summary: "Creates the plan: an ordered list of tasks",
    ...keepsPlan,
    scope: "none",
    parameters: {
      tasks: required(list(text())),
    },
  },
  {
    name: "get_plan",
    summary: "Reads the plan",
    ...keepsPlan,
    scope: "none",
    parameters: {},
    optionKeys: ["args", "kwargs"],
  },
  {
    name: "add_new_task",
    summary: "Appends a task to the plan",
    ...keepsPlan,
    scope: "none",
    parameters: {
      description: required(text()),
    },
  },
  {
    name: "remove_task",
    summary: "Removes a task from the plan",
    ...keepsPlan,
    scope: "none",
    parameters: {
      task_id: required(text()),
      description: required(text()),
    },
  },
  {
    name: "set_task_status",
    summary: "Sets the status of a task of the plan",
    ...keepsPlan,
    scope: "none",
    parameters: {
      task_id: required(text()),
      status: required(text()),
      description: required(text()),
    },
  },
  {
    name: "update_task_description",
    summary: "Rewords a task of the plan",
    ...keepsPlan,
    scope: "none",
    parameters: {
      task_id: required(text()),
      new_description: required(text()),
    },
  },
];
