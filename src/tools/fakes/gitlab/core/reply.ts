import type { JsonObject, JsonValue } from "../../../../core/json.ts";
import { fromJson } from "../../../../core/python/convert.ts";
import { dumpPyJson } from "../../../../core/python/dump-py-json.ts";
import { pyStr } from "../../../../core/python/py-str.ts";
import type { ToolOutcome } from "../../../tool-runtime.ts";
import { isSuccess } from "./rest.ts";
import type { RestResponse } from "./world.ts";

/*
 * How the service's tools wrap what the API answered, after public mirrors of its source
 * (duo_workflow_service/tools/issue.py and its neighbors): most results are JSON texts as Python writes them.
 */

/** A result: a text as it is, anything else as Python's `json.dumps` writes it. */
export function reply(value: JsonValue): ToolOutcome {
  const text = typeof value === "string" ? value : dumpPyJson(fromJson(value));
  return { type: "value", value: text };
}

/** `{"error": …}`: how most tools tell the model what went wrong. */
export function errorReply(message: string): ToolOutcome {
  return reply({ error: message });
}

/** A tool that failed with an exception of its own. */
export function toolException(message: string): ToolOutcome {
  return { type: "error", message };
}

/**
 * A tool that reads: it puts the body, which it does not parse, below its key. The model sees JSON in a text,
 * and the API's message in the same place where something went wrong.
 */
export function readReply(key: string, response: RestResponse): ToolOutcome {
  return reply({ [key]: bodyText(response) });
}

/** A tool that changes something with PUT: the parsed body, or the status and the body. */
export function updateReply(key: string, response: RestResponse): ToolOutcome {
  if (isSuccess(response)) return reply({ [key]: response.body });
  return errorReply(`Unexpected status code: ${String(response.status)} body: ${pyText(response)}`);
}

/** A tool that makes something with POST: what `wrap` makes of the body, or where and how it failed. */
export function createReply(
  path: string,
  response: RestResponse,
  wrap: (body: JsonValue) => JsonObject,
): ToolOutcome {
  return isSuccess(response)
    ? reply(wrap(response.body))
    : errorReply(requestFailed(path, response));
}

const maxBody = 300;

/** The text of the exception that most tools raise for a status from 400 on. */
export function requestFailed(path: string, response: RestResponse): string {
  const body = pyText(response).slice(0, maxBody);
  return `Request failed (${path}): HTTP ${String(response.status)}: ${body}`;
}

/** A body as GitLab writes it: JSON without spaces. */
export function bodyText({ body }: RestResponse): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

/** A parsed body as Python's `str` shows it. */
export function pyText({ body }: RestResponse): string {
  return pyStr(fromJson(body));
}
