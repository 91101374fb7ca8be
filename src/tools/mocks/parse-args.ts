import { isJsonObject, type JsonValue } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { MatcherError } from "../../core/match/matcher-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import { compileSchema } from "../../schema/index.ts";
import { kindOf } from "./kind-of.ts";
import type { MockReader, RulePath } from "./mock-reader.ts";

/** Reads the matcher of a rule. */
export function parseArgs(
  reader: MockReader,
  value: JsonValue | undefined,
  path: RulePath,
): Matcher | undefined {
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) {
    return reader.meaning(path, `args is ${kindOf(value)}; it must be a map of arguments`);
  }
  try {
    return compileMatcher(value, { compileSchema });
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const problem of error.problems) {
      reader.meaning([...path, ...problem.path], problem.message, problem.hint);
    }
    return undefined;
  }
}
