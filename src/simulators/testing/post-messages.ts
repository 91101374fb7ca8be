import type { Handler } from "../serve.ts";

/** Headers that the API takes. */
export const goodHeaders: Readonly<Record<string, string>> = {
  "content-type": "application/json",
  "x-api-key": "key",
  "anthropic-version": "2023-06-01",
};

/** A body that the API takes. */
export const goodBody: Readonly<Record<string, unknown>> = {
  model: "claude-sonnet-5",
  max_tokens: 100,
  messages: [{ role: "user", content: "Hello" }],
};

/** Asks a handler without a network. */
export function postMessages(
  handler: Handler,
  body: unknown = goodBody,
  headers: Readonly<Record<string, string>> = goodHeaders,
): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return handler(
    new Request("http://127.0.0.1/v1/messages", { method: "POST", headers, body: text }),
  );
}
