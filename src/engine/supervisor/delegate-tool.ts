import type { JsonObject } from "../../core/json.ts";
import type { ToolDefinition } from "../../model/index.ts";
import type { ManagedAgent } from "./supervisor-settings.ts";

/** Name of the tool by which a supervisor hands work over. */
export const delegateTool = "delegate_task";

/** The tool as the model sees it; the service sends it without any description of its own. */
export function delegateDefinition(managed: readonly ManagedAgent[]): ToolDefinition {
  const listed = managed.map(({ name, description }) => `- ${name}: ${description}`).join("\n");
  return {
    name: delegateTool,
    description:
      "Hands a task to another agent and returns its result. Call it alone, one task at a time.",
    inputSchema: {
      type: "object",
      properties: {
        subagent_name: {
          type: "string",
          enum: managed.map(({ name }) => name),
          description: `The agent to do the task:\n${listed}`,
        },
        subsession_id: {
          anyOf: [{ type: "integer" }, { type: "null" }],
          default: null,
          description:
            "The id of an earlier task of the same agent, to go on with it; leave it out for a new one.",
        },
        prompt: {
          type: "string",
          description: "The task, with everything that the agent has to know.",
        },
      },
      required: ["subagent_name", "prompt"],
    },
  };
}

/** A task to hand over, as the model asked for it. */
export interface Delegation {
  readonly subagent: string;
  /** Undefined for a new subsession. */
  readonly subsession: number | undefined;
  readonly prompt: string;
}

/** Reads the arguments of a call; a text says what is wrong with them. */
export function readDelegation(
  args: JsonObject,
  managed: readonly ManagedAgent[],
): Delegation | string {
  const { subagent_name: subagent, subsession_id: given = null, prompt } = args;
  const names = managed.map(({ name }) => name);
  if (typeof subagent !== "string" || !names.includes(subagent)) {
    return `subagent_name has to be one of: ${names.join(", ")}`;
  }
  if (typeof prompt !== "string") return "prompt has to be a text";
  if (given === null) return { subagent, subsession: undefined, prompt };
  const subsession = typeof given === "string" && /^\d+$/.test(given) ? Number(given) : given;
  if (typeof subsession === "number" && Number.isInteger(subsession))
    return { subagent, subsession, prompt };
  return "subsession_id has to be a whole number or null";
}
