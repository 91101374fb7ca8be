import type { Config } from "../../src/config/index.ts";
import {
  createLimiters,
  type FolderCache,
  type ModelClient,
  modelOpener,
} from "../../src/model/index.ts";
import { pooledFetch, proxiesOf, seededRandom } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import type { ModelFlags } from "./model-flags.ts";
import { modelSettings } from "./model-settings.ts";

export interface ModelsSetting {
  readonly flags: Pick<EvalRunFlags, "baseUrl" | "seed"> & ModelFlags;
  /** Those of `flowproof.yml`. */
  readonly models?: Config["models"];
  readonly context: CliContext;
  /** Connections are kept for as many requests as may be under way. */
  readonly concurrency: number;
  readonly onWait?: (ms: number, reason: string) => void;
  /** Keeps replies, and knows them again. */
  readonly cache?: FolderCache | undefined;
}

/**
 * Opens models by name, with the keys of the environment; scripts are relative to the working folder. All that
 * are opened share their limiters.
 *
 * @throws AppError MODEL_RATE_INVALID
 */
export function createModels(setting: ModelsSetting): (name: string) => Promise<ModelClient> {
  const { flags, models, context, concurrency, onWait, cache } = setting;
  const { env, cwd, clock, files } = context;
  const { rates, ...settings } = modelSettings(flags, models);
  const tell = ({ ms, reason }: { readonly ms: number; readonly reason: string }): void =>
    onWait?.(ms, reason);
  const options = {
    ...settings,
    clock,
    files,
    random: seededRandom(flags.seed ?? 0),
    fetch: pooledFetch({ connections: concurrency, proxies: proxiesOf(env) }),
    limiters: createLimiters({ clock, rates, concurrency, onWait: tell }),
    onWait: tell,
    cache,
  };
  return modelOpener({ env, baseUrl: flags.baseUrl, cwd, options });
}
