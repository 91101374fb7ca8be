import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import type { TargetFact } from "../target-fact.ts";
import type { TargetBlock, TargetFrame } from "../target-frame.ts";
import { parseValuePath, type ValuePath } from "../value-at.ts";
import { checkRequest } from "./check-request.ts";
import type { CallPaths, HeaderValue, HttpTarget, StreamPaths, UsagePaths } from "./http-target.ts";

const defaultTimeoutSeconds = 120;
const defaultMaxBytes = 5_000_000;

/** Reads `http:` of a target, whose form is right; what is wrong besides is reported. */
export function readHttp(
  block: JsonObject,
  { path, model }: TargetBlock,
  { reader }: TargetFrame,
): Omit<HttpTarget, "name"> | undefined {
  const at = [...path, "http"];
  const { url, query, body, response, stream, timeout_seconds: seconds, max_bytes: bytes } = block;
  if (typeof url !== "string") return undefined;
  const headers = headersOf(block["headers"]);
  if (!checkRequest(block, headers, { reader, path: at })) return undefined;
  const told = isJsonObject(response) ? response : {};
  const calls = callsOf(told["calls"]);
  const usage = usageOf(told["usage"]);
  const { method } = block;
  return {
    kind: "http",
    reference: url,
    version: "",
    model,
    url,
    method: method === "GET" || method === "PUT" ? method : "POST",
    headers,
    query: textsOf(query),
    body,
    answer: pathOf(told["answer"]),
    stream: streamOf(stream),
    calls,
    usage,
    thread: pathOf(told["thread"]),
    timeoutMs: (typeof seconds === "number" ? seconds : defaultTimeoutSeconds) * 1000,
    maxBytes: typeof bytes === "number" ? bytes : defaultMaxBytes,
    tells: new Set<TargetFact>([
      "times",
      ...(calls === undefined ? [] : ["calls" as const]),
      ...(usage === undefined ? [] : ["usage" as const]),
    ]),
    source: block,
  };
}

function headersOf(value: JsonValue | undefined): ReadonlyMap<string, HeaderValue> {
  const headers = new Map<string, HeaderValue>();
  for (const [name, written] of Object.entries(isJsonObject(value) ? value : {})) {
    if (typeof written === "string")
      headers.set(name.toLowerCase(), { type: "text", text: written });
    if (!isJsonObject(written)) continue;
    const { env, prefix } = written;
    if (typeof env !== "string") continue;
    const before = typeof prefix === "string" ? prefix : "";
    headers.set(name.toLowerCase(), { type: "env", name: env, prefix: before });
  }
  return headers;
}

function callsOf(value: JsonValue | undefined): CallPaths | undefined {
  if (!isJsonObject(value)) return undefined;
  const { at, tool, args } = value;
  return {
    at: pathOf(at) ?? [],
    tool: pathOf(tool) ?? [],
    args: pathOf(args) ?? [],
    result: pathOf(value["result"]),
    isError: pathOf(value["is_error"]),
    isOptional: value["optional"] === true,
  };
}

function usageOf(value: JsonValue | undefined): UsagePaths | undefined {
  if (!isJsonObject(value)) return undefined;
  return {
    input: pathOf(value["input"]) ?? [],
    output: pathOf(value["output"]) ?? [],
    cacheRead: pathOf(value["cache_read"]),
    cacheWrite: pathOf(value["cache_write"]),
  };
}

function streamOf(value: JsonValue | undefined): StreamPaths | undefined {
  if (!isJsonObject(value)) return undefined;
  const { delta, done } = value;
  if (isJsonObject(done)) {
    const { at, equals } = done;
    const type = "value" as const;
    return {
      delta: pathOf(delta) ?? [],
      done: { type, at: pathOf(at) ?? [], equals: equals ?? null },
    };
  }
  const data = typeof done === "string" ? done : "";
  return { delta: pathOf(delta) ?? [], done: { type: "data", data } };
}

function pathOf(value: JsonValue | undefined): ValuePath | undefined {
  return typeof value === "string" ? parseValuePath(value) : undefined;
}

function textsOf(value: JsonValue | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(
    entries.flatMap(([name, text]) => (typeof text === "string" ? [[name, text] as const] : [])),
  );
}
