import type { ToolEffect, ToolScope, TrustLevel } from "../tool-spec.ts";
import type { Parameters } from "./parameter.ts";

/** A tool of the service as the files of this folder keep it: only what cannot be derived. */
export interface CatalogEntry {
  readonly name: string;
  /** In our own words, without the period. */
  readonly summary: string;
  readonly effect: ToolEffect;
  readonly scope: ToolScope;
  /** Session privileges that enable it; with none it is always there, unless it has a capability. */
  readonly privileges: readonly string[];
  readonly trust: TrustLevel | undefined;
  /** Sets of parameters of which a call needs one whole set. The tool says so when it runs, not the schema. */
  readonly needsOneOf?: readonly (readonly string[])[];
  /** False for names that a model may be offered but that nothing executes. */
  readonly executable?: false;
  /** A capability of the client without which the tool does not exist. */
  readonly capability?: string;
  readonly experimental?: true;
  readonly deprecated?: true;
  readonly minGitlabVersion?: string;
  /** The licensed feature that it belongs to. */
  readonly license?: string;
  readonly parameters: Parameters;
  /** Keys that a toolset may preset, where they are not the parameters in snake_case. */
  readonly optionKeys?: readonly string[];
  /** Parameters that only work with a capability of the client. */
  readonly parameterCapabilities?: Readonly<Record<string, string>>;
  /** The older form of the same tool, which a client without the capability gets. */
  readonly supersedes?: { readonly capability: string; readonly parameters: Parameters };
}
