import type { JsonValue } from "../../../../core/json.ts";
import type { RestResponse } from "./world.ts";

/** An answer that is not a success. It ends a route, as it does in the API; nothing but the world catches it. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly status: number;
  readonly body: JsonValue;

  constructor(status: number, body: JsonValue) {
    super(`HTTP ${String(status)}`);
    this.status = status;
    this.body = body;
  }
}

/** GitLab's "404 Project Not Found"; without a thing, "404 Not found", as it words that. */
export function notFound(thing?: string): RestError {
  const message = thing === undefined ? "404 Not found" : `404 ${thing} Not Found`;
  return new RestError(404, { message });
}

/** What somebody without the permission gets. */
export function forbidden(): RestError {
  return new RestError(403, { message: "403 Forbidden" });
}

/** A request whose parameters are wrong: `state does not have a valid value`. */
export function badRequest(message: string): RestError {
  return new RestError(400, { error: message });
}

/** What a model of GitLab's refuses to save: `{ title: ["can't be blank"] }`. */
export function invalid(errors: Readonly<Record<string, readonly string[]>>): RestError {
  return new RestError(400, { message: errors });
}

/** Whether a response says that all went well. */
export function isSuccess(response: RestResponse): boolean {
  return response.status < 400;
}
