import type { Config } from "../../src/config/index.ts";
import type { TargetNetwork } from "../../src/eval/index.ts";
import { createLimiters } from "../../src/model/index.ts";
import { pooledFetch, proxiesOf, seededRandom } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";
import { modelSettings } from "./model-settings.ts";

interface NetworkSetting {
  readonly flags: EvalRunFlags;
  readonly config: Config;
  readonly context: CliContext;
  /** Connections are kept for as many requests as may be under way. */
  readonly concurrency: number;
  readonly onWait: (ms: number, reason: string) => void;
}

/** How targets elsewhere are reached: past the proxies of the environment, within their rates. */
export function targetNetwork({
  flags,
  config,
  context: { env, clock },
  concurrency,
  onWait,
}: NetworkSetting): TargetNetwork {
  const { rates } = modelSettings(flags, config.models);
  return {
    fetch: pooledFetch({ connections: concurrency, proxies: proxiesOf(env) }),
    random: seededRandom(flags.seed ?? 0),
    variable: (name) => env[name],
    onWait,
    limiters: createLimiters({
      clock,
      rates,
      concurrency,
      onWait: ({ ms, reason }) => onWait(ms, reason),
    }),
  };
}
