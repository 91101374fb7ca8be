import type { JsonObject } from "../../core/json.ts";
import type { ToolDefinition } from "../../model/index.ts";
import type { ManagedAgent } from "./supervisor-settings.ts";

/** Name of the tool by which a supervisor hands work over. */
export const delegateTool = "delegate_task";

/** The tool as the model sees it; the service sends it without any description of its own. */
export function delegateDefinition(managed: readonly ManagedAgent[]): ToolDefinition {
  return {
    name: delegateTool,
    description:
      "Hands a task to another agent and returns its result. Call it alone, one task at a time.",
    inputSchema: {
      type: "object",
      properties: {
        subagent_name: subagentProperty(managed),
        subsession_id: {
          anyOf: [{ type: "integer" }, { type: "null" }],
          default: null,
          description:
            "The id of an earlier task of the same agent, to go on with it; leave it out for a new one.",
        },
        prompt: promptProperty,
      },
      required: ["subagent_name", "prompt"],
    },
  };
}

/** Which agent is meant, with what each of them is for. */
export function subagentProperty(managed: readonly ManagedAgent[]): JsonObject {
  const listed = managed.map(({ name, description }) => `- ${name}: ${description}`).join("\n");
  return {
    type: "string",
    enum: managed.map(({ name }) => name),
    description: `The agent to do the task:\n${listed}`,
  };
}

/** What the agent is told. */
export const promptProperty: JsonObject = {
  type: "string",
  description: "The task, with everything that the agent has to know.",
};

/** Who is to do what. */
export interface Task {
  readonly subagent: string;
  readonly prompt: string;
}

/** A task to hand over, as the model asked for it. */
export interface Delegation extends Task {
  /** Undefined for a new subsession. */
  readonly subsession: number | undefined;
}

/** Reads the arguments of a call; a text says what is wrong with them. */
export function readDelegation(
  args: JsonObject,
  managed: readonly ManagedAgent[],
): Delegation | string {
  const task = readTask(args, managed);
  if (typeof task === "string") return task;
  const { subsession_id: given = null } = args;
  if (given === null) return { ...task, subsession: undefined };
  const subsession = typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given;
  if (typeof subsession === "number" && Number.isInteger(subsession))
    return { ...task, subsession };
  return "subsession_id has to be a whole number or null";
}

/** Reads what every delegation says; a text says what is wrong with it. */
export function readTask(args: JsonObject, managed: readonly ManagedAgent[]): Task | string {
  const { subagent_name: subagent, prompt } = args;
  const names = managed.map(({ name }) => name);
  if (typeof subagent !== "string" || !names.includes(subagent)) {
    return `subagent_name has to be one of: ${names.join(", ")}`;
  }
  return typeof prompt === "string" ? { subagent, prompt } : "prompt has to be a text";
}
