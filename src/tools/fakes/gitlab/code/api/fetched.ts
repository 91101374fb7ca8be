import type { JsonObject, JsonValue } from "../../../../../core/json.ts";
import { isJsonArray } from "../../../../../core/match/json-array.ts";
import type { ToolOutcome } from "../../../../tool-runtime.ts";
import { requestFailed, toolException } from "../../core/reply.ts";
import { isSuccess } from "../../core/rest.ts";
import { send } from "../../core/send.ts";
import type { RestResponse, World } from "../../core/world.ts";

/** What a tool got from the API, or what it tells the model instead. */
export type Fetched<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly outcome: ToolOutcome };

/**
 * The body of a success; a failure becomes the exception that the service's `_process_http_response` raises
 * with this name of the request.
 */
export function bodyOf(response: RestResponse, name: string): Fetched<JsonValue> {
  if (isSuccess(response)) return { ok: true, value: response.body };
  return { ok: false, outcome: toolException(requestFailed(name, response)) };
}

/** Reads one thing of the API. */
export function fetchOne(
  world: World,
  path: string,
  { name = path, query = {} }: { readonly name?: string; readonly query?: JsonObject } = {},
): Fetched<JsonValue> {
  return bodyOf(send(world, ["GET", path], { query }), name);
}

const pageSize = 100;

/** Reads all pages of a list, as the service's `_paginate_get`. */
export function fetchAll(
  world: World,
  path: string,
  query: JsonObject = {},
): Fetched<readonly JsonValue[]> {
  const items: JsonValue[] = [];
  for (let page = 1; ; page += 1) {
    const response = send(world, ["GET", path], { query: { ...query, per_page: pageSize, page } });
    const fetched = bodyOf(response, path);
    if (!fetched.ok) return fetched;
    const batch = isJsonArray(fetched.value) ? fetched.value : [];
    items.push(...batch);
    if (batch.length < pageSize) return { ok: true, value: items };
  }
}
