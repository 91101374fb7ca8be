import type { CommonFlags } from "../common-options.ts";
import type { CacheFlags } from "./cache/cache-flags.ts";
import type { GateFlags } from "./gates/gate-flags.ts";
import type { LimitFlags } from "./limits/limit-flags.ts";
import type { ModelFlags } from "./model-flags.ts";
import type { SelectFlags } from "./select-flags.ts";

/** The command line of `eval run`, as it was given. */
export interface EvalRunFlags
  extends CacheFlags, CommonFlags, GateFlags, LimitFlags, ModelFlags, SelectFlags {
  readonly model?: string;
  readonly executionModel?: string;
  readonly judgeModel?: string;
  readonly validationModel?: string;
  readonly script?: string;
  readonly baseUrl?: string;
  readonly format: string;
  readonly output?: readonly string[];
  readonly concurrency?: number;
  /** A file or a folder of cassettes. */
  readonly record?: string;
  readonly replay?: string;
  readonly dryRun?: boolean;
  /** A run by its id, its folder or `latest`; `true` is the last one. */
  readonly resume?: string | true;
  readonly coverage?: boolean;
  /** False with `--no-history`. */
  readonly history?: boolean;
}
