import { type ModelClient, modelOpener } from "../../src/model/index.ts";
import { pooledFetch, proxiesOf, seededRandom } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";
import type { EvalRunFlags } from "./eval-run-flags.ts";

export interface ModelsSetting {
  readonly flags: Pick<EvalRunFlags, "baseUrl" | "seed">;
  readonly context: CliContext;
  /** Connections are kept for as many requests as may be under way. */
  readonly concurrency: number;
  readonly onWait?: (ms: number, reason: string) => void;
}

/** Opens models by name, with the keys of the environment; scripts are relative to the working folder. */
export function createModels(setting: ModelsSetting): (name: string) => Promise<ModelClient> {
  const { flags, context, concurrency, onWait } = setting;
  const { env, cwd, clock, files } = context;
  const options = {
    clock,
    files,
    random: seededRandom(flags.seed ?? 0),
    fetch: pooledFetch({ connections: concurrency, proxies: proxiesOf(env) }),
    ...(onWait === undefined
      ? {}
      : {
          onWait: ({ ms, error }: { readonly ms: number; readonly error: Error }) =>
            onWait(ms, error.message),
        }),
  };
  return modelOpener({ env, baseUrl: flags.baseUrl, cwd, options });
}
