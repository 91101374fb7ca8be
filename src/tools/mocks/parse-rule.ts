import { isJsonObject, type JsonObject, type JsonValue } from "../../core/json.ts";
import { didYouMean } from "../../core/text/suggest.ts";
import { kindOf } from "./kind-of.ts";
import type { MockReader, RulePath } from "./mock-reader.ts";
import type { MockAnswer, MockRule } from "./mock.ts";
import { parseArgs } from "./parse-args.ts";
import { readAnswerFile } from "./read-answer-file.ts";

/** Of these a rule has exactly one. */
export const answerKeys: readonly string[] = ["returns", "returns_file", "error"];

export const ruleKeys: readonly string[] = ["args", "times", ...answerKeys, "latency_ms"];

/** Reads one rule. Undefined, and a problem reported, when it cannot answer. */
export async function parseRule(
  reader: MockReader,
  value: JsonValue,
  path: RulePath,
): Promise<MockRule | undefined> {
  if (!isJsonObject(value)) {
    return reader.form(
      path,
      `the rule is ${kindOf(value)}; it must be a map`,
      "write { returns: … }",
    );
  }
  for (const key of Object.keys(value)) {
    if (ruleKeys.includes(key)) continue;
    reader.unknownKey([...path, key], `unknown key "${key}"`, didYouMean(key, ruleKeys));
  }
  const args = parseArgs(reader, value["args"], [...path, "args"]);
  const times = parseTimes(reader, value["times"], [...path, "times"]);
  const latencyMs = parseLatency(reader, value["latency_ms"], [...path, "latency_ms"]);
  const answer = await parseAnswer(reader, value, path);
  if (answer === undefined) return undefined;
  const answerKey = answerKeys.find((key) => Object.hasOwn(value, key)) ?? "";
  return {
    ...(args !== undefined && { args }),
    ...(times !== undefined && { times }),
    latencyMs: latencyMs ?? 0,
    answer,
    written: { path, answerKey, ...(args !== undefined && { args: value["args"] ?? null }) },
  };
}

function parseTimes(
  reader: MockReader,
  value: JsonValue | undefined,
  path: RulePath,
): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 1) return value;
  return reader.form(path, `times is ${kindOf(value)}; it must be a whole number from 1`);
}

function parseLatency(
  reader: MockReader,
  value: JsonValue | undefined,
  path: RulePath,
): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number" && value >= 0) return value;
  return reader.form(path, `latency_ms is ${kindOf(value)}; it must be a number from 0`);
}

async function parseAnswer(
  reader: MockReader,
  rule: JsonObject,
  path: RulePath,
): Promise<MockAnswer | undefined> {
  const [key, ...others] = answerKeys.filter((each) => Object.hasOwn(rule, each));
  if (key === undefined) {
    return reader.meaning(
      path,
      "the rule has no result",
      `give it one of ${answerKeys.join(", ")}`,
    );
  }
  if (others.length > 0) {
    return reader.meaning(
      path,
      `the rule has ${[key, ...others].join(" and ")}`,
      "keep one of them",
    );
  }
  const value = rule[key] ?? null;
  if (key === "returns") return { isError: false, content: value, isTemplate: true };
  if (typeof value !== "string") {
    return reader.form([...path, key], `${key} is ${kindOf(value)}; it must be a text`);
  }
  if (key === "error") return { isError: true, content: value, isTemplate: true };
  return readAnswerFile(reader, value, [...path, key]);
}
