import type { JsonObject } from "../../core/json.ts";
import type { ToolEffect, ToolSpec, TrustLevel } from "../tool-spec.ts";

/** A tool of the service, with all that is known about it without asking a server. */
export interface CatalogTool extends ToolSpec {
  /** Our own words for what it does; the description adds what a call needs. */
  readonly summary: string;
  readonly effect: ToolEffect;
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
}

interface SupersededForm {
  readonly capability: string;
  readonly inputSchema: JsonObject;
}
