import type { JsonObject } from "../../core/json.ts";

/** A form of a tool: which arguments it takes, and which of them it needs. */
export interface KnownToolForm {
  /** Names of the arguments; undefined for a tool without a schema, which takes anything. */
  readonly parameters: readonly string[] | undefined;
  readonly required: readonly string[];
}

/** A tool as far as a flow can be wrong about it. */
export interface KnownTool extends KnownToolForm {
  readonly name: string;
  /** What a toolset may preset; undefined for a tool that does not look at it. */
  readonly optionNames: readonly string[] | undefined;
  /** What a session may be given to have it: one of these; with none it is always there. */
  readonly privileges?: readonly string[];
  /** JSON Schema of its arguments. */
  readonly inputSchema?: JsonObject;
  /** What it changes, such as `write_workspace`; left out where nobody knows. */
  readonly effect?: string;
  /** Whether it works in a project of GitLab, which it has to be told. */
  readonly needsProject?: boolean;
  /** Whether it tells the model to use another tool instead. */
  readonly isDeprecated?: boolean;
  /** False for the service's tools that do nothing, which a step cannot run. */
  readonly executable: boolean;
  /** The forms of the tool that are tried when a step's arguments do not fit, newest first. */
  readonly olderForms: readonly KnownToolForm[];
}

/** What a registry says of a prompt. */
export interface KnownPrompt {
  /** Every variable that its templates use, includes and all. */
  readonly variables: readonly string[];
  readonly roles: readonly string[];
  /** The templates of its system messages; left out where only facts are recorded of them. */
  readonly systemTexts?: readonly string[];
  /** Why its templates cannot be read, for which the service refuses the flow that uses it. */
  readonly broken?: { readonly reason: "syntax" | "missing_file"; readonly message: string };
}

/** What a registry says of a response schema. */
export interface KnownResponseSchema {
  /** Its title, which becomes the name of the tool by which an agent answers. */
  readonly title: string;
  readonly definition: JsonObject;
}

/** Found, or why not: an unknown prompt is accepted by the service, an unknown response schema is not. */
export type Lookup<T> =
  | { readonly found: true; readonly value: T; readonly version: string }
  | {
      readonly found: false;
      readonly reason: "unknown" | "no_version" | "broken";
      /** What there is instead: ids, or versions of the id. */
      readonly known: readonly string[];
    };

/**
 * What is known besides a flow's file. Whatever is left out is not judged, so that nothing is refused
 * for want of knowledge.
 */
export interface FlowKnowledge {
  readonly tool?: (name: string) => KnownTool | undefined;
  /** Every tool that there is, for suggestions. */
  readonly toolNames?: readonly string[];
  readonly prompt?: (id: string, constraint: string) => Lookup<KnownPrompt>;
  readonly responseSchema?: (id: string, constraint: string) => Lookup<KnownResponseSchema>;
  /** Text of a file that templates include; undefined where there is none. */
  readonly promptFile?: (name: string) => string | undefined;
}
