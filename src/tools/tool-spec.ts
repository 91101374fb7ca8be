import type { JsonObject } from "../core/json.ts";

/**
 * Where a tool can work: `scope` of the service's tools. A `global_id` names its object across the
 * whole instance, whatever project the conversation is in.
 */
export type ToolScope =
  | "none"
  | "instance"
  | "workspace"
  | "project"
  | "group"
  | "project_or_group"
  | "project_group_or_instance"
  | "global_id";

/** What a call does to the world. */
export type ToolEffect =
  | "pure"
  | "internal_state"
  | "client_ui"
  | "read_workspace"
  | "write_workspace"
  | "execute_command"
  | "read_gitlab"
  | "write_gitlab";

/** Who may have written what a tool returns. */
export type TrustLevel = "trusted_internal" | "untrusted_user_content" | "untrusted_external";

/** A tool as the engine and the checks need to know it. */
export interface ToolSpec {
  readonly name: string;
  readonly description: string;
  /** JSON Schema of the arguments, an object. */
  readonly inputSchema: JsonObject;
  /** JSON Schema of what it returns, where anybody says so; the service does not. */
  readonly resultSchema?: JsonObject;
  readonly scope: ToolScope;
  readonly writes: boolean;
  /** Session privileges that enable it; empty when it is always enabled or not the service's. */
  readonly privileges: readonly string[];
  /** `summary`: described by our own short text and not by the service's; labeled in every output. */
  readonly origin: "summary" | "imported" | "suite";
  /** Sets of parameters of which a call needs one whole set; the schema cannot say so. */
  readonly needsOneOf?: readonly (readonly string[])[];
  /** What a toolset may preset, where that is not what the parameters are called. */
  readonly optionKeys?: readonly string[];
  /** False for names that a model may be offered but that nothing executes. */
  readonly executable?: boolean;
  /** The older form, which a client without the capability gets. */
  readonly supersedes?: SupersededForm | undefined;
}

/** What a tool of the service was before the capability of a client changed it. */
export interface SupersededForm {
  readonly capability: string;
  readonly inputSchema: JsonObject;
}
