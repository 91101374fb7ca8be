import { AppError } from "../../core/errors/app-error.ts";
import { pooledFetch } from "../../platform/index.ts";
import type { ModelProvider } from "../model-provider.ts";

const defaultConnections = 16;

/** Chat completions, of OpenAI or of any server that speaks like it, through the official SDK. */
export const openai: ModelProvider = {
  id: "openai",
  load: async () => {
    const { createOpenAiClient } = await import("../openai/create-openai-client.ts");
    return (name, { access, clock, fetch, limits, onHeaders }) => {
      const { apiKey = "", baseUrl = "" } = access?.["openai"] ?? {};
      if (apiKey.trim() === "" && baseUrl === "") throw keyMissing(name);
      return createOpenAiClient(name, {
        apiKey,
        baseUrl,
        clock,
        fetch: fetch ?? pooledFetch({ connections: defaultConnections }),
        limits,
        onHeaders,
      });
    };
  },
};

function keyMissing(name: string): AppError {
  return new AppError("MODEL_KEY_MISSING", `there is no key for openai/${name}`, {
    hint: "set OPENAI_API_KEY; or, for a server of your own, OPENAI_BASE_URL",
  });
}
