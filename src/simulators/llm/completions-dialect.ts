import { asMessagesBody, readCompletionsBody } from "../../model/index.ts";
import type { ApiError } from "./api-error.ts";
import { completionEvents, jsonCompletion } from "./completion.ts";
import type { Dialect } from "./dialect.ts";

/** Where chat completions are asked for. */
export const completionsPath = "/v1/chat/completions";

/** Chat completions, as OpenAI and servers like it offer them. */
export const completionsDialect: Dialect = {
  requestIdHeader: "x-request-id",
  refuse: (request) =>
    request.method === "POST" ? checkBearer(request.headers) : methodNotAllowed,
  errorTypeOf: (status) => types[status] ?? (status >= 500 ? "server_error" : invalid),
  error: ({ status, type, message, headers = {}, id }) =>
    Response.json(
      {
        error: {
          message,
          type: type === modelMissing ? invalid : type,
          param: null,
          code: codeOf(status, type),
        },
      },
      { status, headers: { ...headers, "x-request-id": id } },
    ),
  read: (value) => {
    const reading = readCompletionsBody(value);
    if (!reading.ok) return reading;
    const { stream, stream_options: options, tool_choice: choice } = reading.body;
    const asked = {
      includeUsage: options?.include_usage === true,
      isForced: typeof choice === "object",
    };
    return {
      ok: true,
      asked: {
        body: asMessagesBody(reading.body),
        isStreamed: stream === true,
        json: (message) => jsonCompletion(message, asked),
        events: (message) => completionEvents(message, asked),
      },
    };
  },
  modelMissing: (model) => ({
    status: 404,
    type: modelMissing,
    message: `The model \`${model}\` does not exist or you do not have access to it.`,
  }),
};

const invalid = "invalid_request_error";
const modelMissing = "model_not_found";

const types: Readonly<Record<number, string>> = { 429: "requests" };
const codes: Readonly<Record<number, string>> = {
  401: "invalid_api_key",
  429: "rate_limit_exceeded",
};

function codeOf(status: number, type: string): string | null {
  return type === modelMissing ? modelMissing : (codes[status] ?? null);
}

const methodNotAllowed: Omit<ApiError, "id"> = {
  status: 405,
  type: invalid,
  message: "Not allowed to GET on /v1/chat/completions.",
  headers: { allow: "POST" },
};

/** Many servers of this kind want no key; one that is sent must be one. */
function checkBearer(headers: Headers): Omit<ApiError, "id"> | undefined {
  const bearer = headers.get("authorization");
  if (bearer === null || /^Bearer\s+\S/i.test(bearer)) return undefined;
  return { status: 401, type: invalid, message: "Incorrect API key provided." };
}
