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
  readonly models: {
    readonly agent: string | undefined;
    /** One judge, or the models of a panel. */
    readonly judge: string | readonly string[] | undefined;
    /** As they are written, by name of the model. */
    readonly rates?: NonNullable<ConfigFile["models"]>["rates"];
    readonly maxRetries?: number | undefined;
    readonly promptedTools?: boolean | undefined;
    readonly promptCache?: boolean | undefined;
  };
  /** How judges are asked; only what the file sets. */
  readonly judging: { readonly votes?: number; readonly isolate?: boolean };
  /** By model, in US dollars for a million tokens. */
  readonly prices: NonNullable<ConfigFile["prices"]>;
  readonly limits: {
    readonly concurrency: number | undefined;
    /** Only what the file sets. */
    readonly trial: {
      readonly maxReplies?: number;
      readonly maxMs?: number;
      readonly maxTurns?: number;
      readonly maxToolCalls?: number;
      readonly maxTokens?: number;
      readonly maxCostUsd?: number;
    };
    /** Of a whole run, as it is written. */
    readonly run: NonNullable<NonNullable<ConfigFile["limits"]>["run"]>;
  };
  /** Whether runs look at earlier ones, and are kept for later ones. */
  readonly history: boolean;
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
