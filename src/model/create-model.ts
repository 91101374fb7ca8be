import { AppError } from "../core/errors/app-error.ts";
import { createRegistry, type Registry } from "../core/registry.ts";
import { clip } from "../core/text/clip.ts";
import { didYouMean } from "../core/text/suggest.ts";
import { cachedClient } from "./cache/cached-client.ts";
import type { ModelClient } from "./chat.ts";
import { fullName } from "./full-name.ts";
import type { ModelOptions } from "./model-options.ts";
import type { ModelProvider } from "./model-provider.ts";
import { withPromptedTools } from "./prompted/with-prompted-tools.ts";
import * as builtInProviders from "./providers/index.ts";
import { withRetry } from "./retry/with-retry.ts";

/** The providers by the part of a model's name before the slash. */
export const providers: Registry<ModelProvider> = createRegistry<ModelProvider>(builtInProviders);

/**
 * A model by its name, ready to be asked, and asked again where that may help: `anthropic/…`,
 * `script/<file>`, or a bare `claude-…`, which is Anthropic's.
 *
 * @throws AppError when there is no such provider, or what it needs is missing.
 */
export async function createModel(name: string, options: ModelOptions): Promise<ModelClient> {
  const { provider, model } = splitName(name);
  const createClient = await provider.load();
  const { clock, random, attempts, onWait, limiters } = options;
  const limiter = limiters?.of({ provider: provider.id, model, ...options.access?.[provider.id] });
  const asked = await createClient(model, {
    ...options,
    onHeaders: (headers) => limiter?.heed(headers),
  });
  const isLive = asked.kind === "live";
  const client = isLive && options.promptedTools === true ? withPromptedTools(asked) : asked;
  const ready = withRetry(client, {
    clock,
    random,
    limiter: isLive ? limiter : undefined,
    ...(attempts === undefined ? {} : { attempts }),
    ...(onWait === undefined ? {} : { onWait }),
  });
  const { cache, promptedTools = false } = options;
  if (cache === undefined || !isLive) return ready;
  const { baseUrl } = options.access?.[provider.id] ?? {};
  return cachedClient(ready, { provider: provider.id, model, baseUrl, promptedTools }, cache);
}

interface NamedModel {
  readonly provider: ModelProvider;
  readonly model: string;
}

function splitName(name: string): NamedModel {
  const full = fullName(name);
  const slash = full.indexOf("/");
  const id = slash < 0 ? full : full.slice(0, slash);
  const provider = providers.get(id);
  const model = slash < 0 ? "" : full.slice(slash + 1);
  if (provider === undefined) throw unknownProvider(name, slash < 0 ? undefined : id);
  if (model.trim() === "") {
    throw new AppError("MODEL_UNKNOWN_PROVIDER", `"${clip(name, 80)}" names no model of ${id}`, {
      hint: `write ${id}/<${id === "script" ? "file" : "name"}>`,
    });
  }
  return { provider, model };
}

function unknownProvider(name: string, id: string | undefined): AppError {
  return new AppError(
    "MODEL_UNKNOWN_PROVIDER",
    id === undefined
      ? `"${clip(name, 80)}" names a model without its provider`
      : `there is no provider "${clip(id, 80)}" of models`,
    {
      hint:
        id === undefined
          ? `a model is written provider/name; providers: ${providers.ids.join(", ")}`
          : didYouMean(id, providers.ids),
    },
  );
}
