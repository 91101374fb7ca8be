import type { SupersededForm, ToolEffect, ToolSpec, TrustLevel } from "../tool-spec.ts";

/** A tool as the catalog has it, with all that is known about it without asking a server. */
export interface CatalogTool extends ToolSpec {
  /** Our own words for what it does, to which the description adds what a call needs; empty for strangers. */
  readonly summary: string;
  /** Unknown for tools of which only their descriptions were imported. */
  readonly effect: ToolEffect | undefined;
  /** Unknown for tools that are not executed. */
  readonly trust: TrustLevel | undefined;
  /** Present in every session, whatever its privileges. */
  readonly alwaysEnabled: boolean;
  /** The capability of the client without which it does not exist. */
  readonly capability: string | undefined;
  /** False for names that a model may be offered but that nothing executes. */
  readonly executable: boolean;
  readonly experimental: boolean;
  readonly deprecated: boolean;
  readonly minGitlabVersion: string | undefined;
  /** The licensed feature that it belongs to. */
  readonly license: string | undefined;
  readonly needsOneOf: readonly (readonly string[])[];
  /** Names of the parameters, in the service's order. */
  readonly parameters: readonly string[];
  readonly requiredParameters: readonly string[];
  /** What a toolset may preset, sorted: `- tool: { key: value }`. */
  readonly optionKeys: readonly string[];
  /** Parameters that only work with a capability of the client. */
  readonly parameterCapabilities: Readonly<Record<string, string>>;
  /** The older form, which a client without the capability gets. */
  readonly supersedes: SupersededForm | undefined;
  /** Whose the schema of the arguments is; an instance gives descriptions without one. */
  readonly schemaOrigin: "summary" | "imported";
  /** The file that it was imported from, by its name without `.tools.json`. */
  readonly source: string | undefined;
}
