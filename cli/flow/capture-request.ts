import { isJsonObject, type JsonObject, type JsonValue } from "../../src/core/json.ts";
import { createModel, type ModelClient } from "../../src/model/index.ts";
import { seededRandom } from "../../src/platform/index.ts";
import type { CliContext } from "../context.ts";

/** Stops a run whose first request is known. */
export class RequestCaptured extends Error {
  /** The body as it would have been sent. */
  readonly body: JsonObject;

  constructor(body: JsonObject) {
    super("the request was captured");
    this.name = new.target.name;
    this.body = body;
  }
}

/**
 * A client of a real provider that asks nobody: the provider's own code makes the request, and where it
 * would be sent, {@link RequestCaptured} is thrown.
 */
export async function capturingClient(
  name: string,
  { clock, files, env }: Pick<CliContext, "clock" | "files" | "env">,
): Promise<ModelClient> {
  let body: JsonObject | undefined;
  const client = await createModel(name, {
    clock,
    files,
    random: seededRandom(0),
    attempts: 1,
    // It never leaves this process.
    access: {
      anthropic: { apiKey: "none" },
      // Whose server it is decides on names of parameters.
      openai: { apiKey: "none", baseUrl: env["OPENAI_BASE_URL"] },
    },
    fetch: async (_, init) => {
      const text = typeof init?.body === "string" ? init.body : "{}";
      const value: JsonValue = JSON.parse(text);
      body = isJsonObject(value) ? value : {};
      throw new RequestCaptured(body);
    },
  });
  return {
    ...client,
    chat: async (request, signal) => {
      try {
        return await client.chat(request, signal);
      } catch (error) {
        // Providers wrap what fetch throws.
        throw body === undefined ? error : new RequestCaptured(body);
      }
    },
  };
}
