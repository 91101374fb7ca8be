import type { JsonObject } from "../../../core/json.ts";
import type { ToolDefinition } from "../../../model/index.ts";
import {
  delegateTool,
  promptProperty,
  readTask,
  subagentProperty,
  type Task,
} from "../delegate-tool.ts";
import type { ManagedAgent } from "../supervisor-settings.ts";

/** The tool of a supervisor that may hand over several tasks in a message. Nothing can be gone on with. */
export function parallelDelegateDefinition(managed: readonly ManagedAgent[]): ToolDefinition {
  return {
    name: delegateTool,
    description:
      "Hands a task to another agent and returns its result. Call it several times in one message for tasks that do not need each other: they are done at the same time. Call no other tool beside it. An agent remembers nothing of earlier tasks.",
    inputSchema: {
      type: "object",
      properties: {
        subagent_name: subagentProperty(managed),
        description: { type: "string", description: "The task in a few words, for people to see." },
        prompt: promptProperty,
      },
      required: ["subagent_name", "description", "prompt"],
    },
  };
}

/** Reads the arguments of a call; a text says what is wrong with them. */
export function readParallelTask(
  args: JsonObject,
  managed: readonly ManagedAgent[],
): Task | string {
  const task = readTask(args, managed);
  if (typeof task === "string") return task;
  return typeof args["description"] === "string" ? task : "description has to be a text";
}
