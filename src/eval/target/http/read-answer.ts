import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { toPointer } from "../../../core/text/pointer.ts";
import type { Usage } from "../../../model/index.ts";
import { TargetError } from "../target-error.ts";
import type { ToldCall } from "../told-answer.ts";
import { valueAt, type ValuePath } from "../value-at.ts";
import type { Endpoint } from "./http-failure.ts";
import type { CallPaths, HttpTarget, UsagePaths } from "./http-target.ts";

/** What a response tells besides the answer. */
export interface Told {
  readonly calls: readonly ToldCall[] | undefined;
  readonly usage: Usage | undefined;
  readonly thread: JsonValue | undefined;
}

type Paths = Pick<HttpTarget, "calls" | "usage" | "thread">;

/** Reads JSON. @throws TargetError for what is none */
export function readJson(text: string, { url, quote }: Endpoint): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch (error) {
    throw invalid(`${url} did not answer with JSON: ${quote(text)}`, error);
  }
}

/** The answer of a response that has it in one piece. @throws TargetError where there is none */
export function answerIn(value: JsonValue, path: ValuePath, { url, quote }: Endpoint): string {
  const answer = valueAt(value, path);
  if (typeof answer === "string") return answer;
  const what = answer === undefined ? "nothing" : `no text but ${quote(JSON.stringify(answer))}`;
  throw invalid(`the response of ${url} has ${what} at ${shown(path)}`);
}

/**
 * What a response tells besides. Of the events of a stream each may tell something: calls are put together,
 * of the rest the last counts.
 */
export function toldIn(values: readonly JsonValue[], paths: Paths, from: Endpoint): Told {
  const { calls, usage, thread } = paths;
  return {
    calls: calls === undefined ? undefined : callsIn(values, calls, from),
    usage: usage === undefined ? undefined : lastOf(values, (value) => usageIn(value, usage)),
    thread: thread === undefined ? undefined : lastOf(values, (value) => valueAt(value, thread)),
  };
}

function callsIn(
  values: readonly JsonValue[],
  paths: CallPaths,
  from: Endpoint,
): readonly ToldCall[] {
  const lists = values.flatMap((value) => {
    const list = valueAt(value, paths.at);
    return isJsonArray(list) ? [list] : [];
  });
  if (lists.length === 0 && !paths.isOptional) {
    throw invalid(`the response of ${from.url} has no list of calls at ${shown(paths.at)}`);
  }
  return lists.flat().map((item) => callIn(item, paths, from));
}

function callIn(item: JsonValue, paths: CallPaths, { url, quote }: Endpoint): ToldCall {
  const tool = valueAt(item, paths.tool);
  const args = argsIn(valueAt(item, paths.args));
  if (typeof tool !== "string" || args === undefined) {
    const missing = typeof tool === "string" ? "arguments" : "name of a tool";
    throw invalid(
      `a call in the response of ${url} has no ${missing}: ${quote(JSON.stringify(item))}`,
    );
  }
  return {
    tool,
    args,
    result: paths.result === undefined ? undefined : valueAt(item, paths.result),
    isError: paths.isError !== undefined && valueAt(item, paths.isError) === true,
  };
}

/** A map, or JSON text of one, as the interfaces of models have it. */
function argsIn(value: JsonValue | undefined): JsonObject | undefined {
  if (isJsonObject(value)) return value;
  if (typeof value !== "string") return undefined;
  try {
    const parsed: JsonValue = JSON.parse(value);
    return isJsonObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function usageIn(value: JsonValue, paths: UsagePaths): Usage | undefined {
  const tokens = (path: ValuePath | undefined): number | undefined => {
    const found = path === undefined ? 0 : valueAt(value, path);
    return typeof found === "number" && found >= 0 ? found : undefined;
  };
  const inputTokens = tokens(paths.input);
  const outputTokens = tokens(paths.output);
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  return {
    inputTokens,
    outputTokens,
    cacheReadTokens: tokens(paths.cacheRead) ?? 0,
    cacheWriteTokens: tokens(paths.cacheWrite) ?? 0,
  };
}

function lastOf<T>(
  values: readonly JsonValue[],
  find: (value: JsonValue) => T | undefined,
): T | undefined {
  return values.map(find).findLast((found) => found !== undefined && found !== null);
}

function shown(path: ValuePath): string {
  return path.length === 0 ? "its root" : toPointer(path);
}

function invalid(message: string, cause?: unknown): TargetError {
  return new TargetError("TARGET_RESPONSE_INVALID", message, {
    outcome: "suite_error",
    hint: "see the paths under `response` and `stream` of the target",
    cause,
  });
}
