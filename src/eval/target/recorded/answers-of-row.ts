import { isJsonObject, type JsonObject, type JsonValue } from "../../../core/json.ts";
import { isJsonArray } from "../../../core/match/json-array.ts";
import { listOf } from "../../check/list-of.ts";
import type { ToldCall } from "../told-answer.ts";
import type { RecordedAnswer } from "./recorded-answer.ts";
import type { AnswerKey } from "./recorded-answers.ts";

/** An answer with what it is for. */
export interface KeyedAnswer {
  readonly key: AnswerKey;
  readonly answer: RecordedAnswer;
}

/** The answers of a row that has the right form: one, or those to all turns. */
export function answersOfRow(row: JsonObject): readonly KeyedAnswer[] {
  const { case: name, answers } = row;
  if (typeof name !== "string") return [];
  const trial = numberAt(row, "trial");
  const first = numberAt(row, "turn") ?? 1;
  const written = isJsonArray(answers) ? answers : [row];
  return written.map((each, index) => ({
    key: { case: name, trial, turn: first + index },
    answer: answerOf(isJsonObject(each) ? each : { answer: each }),
  }));
}

function answerOf(value: JsonObject): RecordedAnswer {
  const { answer, calls, usage } = value;
  return {
    answer: typeof answer === "string" ? answer : "",
    calls: calls === undefined ? undefined : listOf(calls).filter(isJsonObject).map(callOf),
    usage: isJsonObject(usage)
      ? {
          inputTokens: numberAt(usage, "input_tokens") ?? 0,
          outputTokens: numberAt(usage, "output_tokens") ?? 0,
          cacheReadTokens: numberAt(usage, "cache_read_tokens") ?? 0,
          cacheWriteTokens: numberAt(usage, "cache_write_tokens") ?? 0,
        }
      : undefined,
    activeMs: numberAt(value, "active_ms"),
    firstTokenMs: numberAt(value, "first_token_ms"),
  };
}

function callOf(call: JsonObject): ToldCall {
  const { tool, args, result } = call;
  return {
    tool: typeof tool === "string" ? tool : "",
    args: isJsonObject(args) ? args : {},
    result,
    isError: call["is_error"] === true,
  };
}

function numberAt(value: JsonObject, key: string): number | undefined {
  const found: JsonValue | undefined = value[key];
  return typeof found === "number" ? found : undefined;
}
