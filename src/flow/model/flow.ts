import type { Range } from "../../core/position.ts";
import type { FlowComponent } from "./component.ts";
import type { FlowInput } from "./flow-input.ts";
import type { Located, NodePath } from "./located.ts";
import type { Prompt } from "./prompt.ts";
import type { ResponseSchemaEntry } from "./response-schema-entry.ts";
import type { FlowRouter } from "./router.ts";

/** The schema version of a flow's file. */
export type FlowVersion = "v1" | "experimental";

/** Where a flow runs, which decides how its prompts are assembled. */
export type FlowEnvironment = "ambient" | "chat" | "chat-partial";

/** The environments in the order in which messages list them. */
export const flowEnvironments: readonly FlowEnvironment[] = ["ambient", "chat", "chat-partial"];

/** A flow as its file says it, checked as far as the file alone can tell. */
export interface Flow extends Located {
  readonly file: string;
  /** What the file says, for places inside of templates. */
  readonly text: string;
  readonly version: FlowVersion;
  /** Experimental flows may name others; they run as `ambient`. */
  readonly environment: FlowEnvironment;
  readonly declaredEnvironment: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly productGroup: string | undefined;
  /** A component, `end` or `abort`; for chat-partial without one, the only component. */
  readonly entryPoint: string;
  readonly inputs: readonly FlowInput[];
  readonly components: readonly FlowComponent[];
  readonly routers: readonly FlowRouter[];
  readonly prompts: readonly Prompt[];
  readonly responseSchemas: readonly ResponseSchemaEntry[];
  /** Where a part of the file stands, or its key; undefined when there is no such part. */
  rangeOf(path: NodePath, part?: "key" | "value"): Range | undefined;
}

/** The flow's own prompt of that id; as in the service the last one wins. */
export function findPrompt(flow: Flow, id: string): Prompt | undefined {
  return flow.prompts.findLast((prompt) => prompt.id === id);
}

/** The flow's own response schema of that id. */
export function findResponseSchema(flow: Flow, id: string): ResponseSchemaEntry | undefined {
  return flow.responseSchemas.find((entry) => entry.id === id);
}

/** The component of that name, if the flow writes one. */
export function findComponent(flow: Flow, name: string): FlowComponent | undefined {
  return flow.components.find((component) => component.name === name);
}
