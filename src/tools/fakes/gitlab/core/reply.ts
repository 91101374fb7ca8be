import type { JsonValue } from "../../../../core/json.ts";
import { fromJson } from "../../../../core/python/convert.ts";
import { dumpPyJson } from "../../../../core/python/dump-py-json.ts";
import { pyStr } from "../../../../core/python/py-str.ts";
import type { ToolOutcome } from "../../../tool-runtime.ts";
import type { RestResponse } from "./world.ts";

/*
 * How the service's tools wrap what the API answered, after public mirrors of its source
 * (duo_workflow_service/tools): results are JSON texts as Python writes them, failures are exceptions. Older
 * versions returned most failures as `{"error": …}`.
 */

/** A result: a text as it is, anything else as Python's `json.dumps` writes it. */
export function reply(value: JsonValue): ToolOutcome {
  const text = typeof value === "string" ? value : dumpPyJson(fromJson(value));
  return { type: "value", value: text };
}

/** `{"error": …}`: how a few tools tell the model what went wrong. */
export function errorReply(message: string): ToolOutcome {
  return reply({ error: message });
}

/** A tool that failed with an exception of its own. */
export function toolException(message: string): ToolOutcome {
  return { type: "error", message };
}

const maxBody = 300;

/** The text of the exception that tools raise where the API refuses. */
export function requestFailed(path: string, { status, body }: RestResponse): string {
  const text = pyText({ body }).slice(0, maxBody);
  return `Request failed (${path}): HTTP ${String(status)}: ${text}`;
}

/** A parsed body as Python's `str` shows it. */
export function pyText({ body }: Pick<RestResponse, "body">): string {
  return pyStr(fromJson(body));
}

/** A body as GitLab writes it, JSON without spaces: what a tool passes on that does not parse it. */
export function bodyText({ body }: Pick<RestResponse, "body">): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
