import type { FeatureFlag } from "../../src/engine/index.ts";
import type { CommonFlags } from "../common-options.ts";
import type { ModelFlags } from "../eval/model-flags.ts";

/** What decides a run besides its model: the command lines of `flow run` and `flow render` share it. */
export interface RunInputFlags extends CommonFlags {
  readonly goal?: string;
  readonly context?: string;
  readonly project?: string;
  readonly namespace?: string;
  readonly tools?: string;
  readonly human?: string;
  readonly model?: string;
  readonly executionModel?: string;
  readonly compat?: boolean;
  readonly feature?: readonly FeatureFlag[];
  readonly privileges?: readonly string[];
  readonly preApproved?: readonly string[];
  readonly mcpTools?: readonly string[];
  readonly deniedTools?: readonly string[];
  readonly format: string;
}

/** The command line of `flow run`. */
export interface FlowRunFlags extends ModelFlags, RunInputFlags {
  readonly script?: string;
  readonly baseUrl?: string;
  readonly stream?: boolean;
}

/** The command line of `flow render`. */
export type FlowRenderFlags = RunInputFlags;

/** The command line of `flow graph`. */
export interface FlowGraphFlags extends CommonFlags {
  readonly record?: string;
  readonly case?: string;
  readonly trial?: number;
  readonly reports: string;
}
