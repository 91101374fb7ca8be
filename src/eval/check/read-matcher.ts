import type { JsonValue } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { MatcherError } from "../../core/match/matcher-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import type { CheckPath, CheckReader } from "./check-reader.ts";

/** Compiles a matcher of a check; undefined when it cannot be read, with every reason reported. */
export function readMatcher(
  spec: JsonValue,
  path: CheckPath,
  reader: CheckReader,
): Matcher | undefined {
  try {
    return compileMatcher(spec, { compileSchema: reader.compileSchema });
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const problem of error.problems) {
      reader.invalid([...path, ...problem.path], problem.message, problem.hint);
    }
    return undefined;
  }
}
