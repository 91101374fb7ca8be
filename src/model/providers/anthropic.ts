import { AppError } from "../../core/errors/app-error.ts";
import { pooledFetch } from "../../platform/index.ts";
import type { ModelProvider } from "../model-provider.ts";

const defaultConnections = 16;

/** The Messages API, through the official SDK. */
export const anthropic: ModelProvider = {
  id: "anthropic",
  load: async () => {
    const { createAnthropicClient } = await import("../anthropic/create-anthropic-client.ts");
    return (name, { access, clock, fetch, limits, onHeaders, promptCache }) => {
      const { apiKey, baseUrl } = access?.["anthropic"] ?? {};
      if (apiKey === undefined || apiKey.trim() === "") throw keyMissing(name);
      return createAnthropicClient(name, {
        apiKey,
        baseUrl,
        clock,
        fetch: fetch ?? pooledFetch({ connections: defaultConnections }),
        limits,
        onHeaders,
        promptCache,
      });
    };
  },
};

function keyMissing(name: string): AppError {
  return new AppError("MODEL_KEY_MISSING", `there is no key for anthropic/${name}`, {
    hint: "set ANTHROPIC_API_KEY, or use a script: --script <file>",
  });
}
