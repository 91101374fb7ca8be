import type { JsonObject } from "../core/json.ts";
import type { FromSchema } from "../schema/index.ts";
import type { configSchema } from "./config-schema.ts";

/** `flowproof.yml` as it is written. */
export type ConfigFile = FromSchema<typeof configSchema>;

/** What `flowproof.yml` says, with what holds where it says nothing. */
export interface Config {
  /** What `eval run` takes when it is given none; undefined where nothing is named. */
  readonly suites: readonly string[] | undefined;
  /** Folders as they are written, relative to the working directory. */
  readonly registries: {
    readonly flows: readonly string[];
    readonly prompts: string | undefined;
    readonly responseSchemas: string | undefined;
    readonly tools: string | undefined;
  };
  readonly models: { readonly agent: string | undefined; readonly judge: string | undefined };
  /** By model, in US dollars for a million tokens. */
  readonly prices: NonNullable<ConfigFile["prices"]>;
  readonly limits: {
    readonly concurrency: number | undefined;
    /** Only what the file sets. */
    readonly trial: { readonly maxReplies?: number; readonly maxMs?: number };
  };
  readonly lint: {
    readonly rules: Readonly<Record<string, "off" | "info" | "warning" | "error">>;
    readonly mcpTools: readonly string[];
    /** Files and folders; undefined where those of the folders of flows are meant. */
    readonly definitions: readonly string[] | undefined;
    /** Why flows need no guidance on secrets, by reference. */
    readonly outOfScope: Readonly<Record<string, string>>;
    /** Undefined where any number of warnings is allowed. */
    readonly maxWarnings: number | undefined;
  };
  readonly validate: {
    readonly rules: Readonly<Record<string, "off" | "info" | "warning" | "error">>;
    /** Undefined where any number of warnings is allowed. */
    readonly maxWarnings: number | undefined;
  };
  readonly gitlab: { readonly url: string | undefined };
  /** A `context:` block, as suites have it. */
  readonly context: JsonObject | undefined;
}
