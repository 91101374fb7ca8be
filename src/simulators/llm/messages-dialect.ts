import { readMessagesBody } from "../../model/index.ts";
import { apiError, errorTypeOf } from "./api-error.ts";
import { checkRequest } from "./check-request.ts";
import type { Dialect } from "./dialect.ts";
import { jsonMessage } from "./json-message.ts";
import { messageEvents } from "./message-events.ts";

/** The Messages API. */
export const messagesDialect: Dialect = {
  requestIdHeader: "request-id",
  refuse: checkRequest,
  errorTypeOf,
  error: apiError,
  read: (value, headers) => {
    const reading = readMessagesBody(value, headers.get("anthropic-version") ?? "");
    if (!reading.ok) return reading;
    const { body } = reading;
    const isStreamed = body.stream === true;
    return { ok: true, asked: { body, isStreamed, json: jsonMessage, events: messageEvents } };
  },
  modelMissing: (model) => ({ status: 404, type: "not_found_error", message: `model: ${model}` }),
};
