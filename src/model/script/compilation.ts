import { AppError } from "../../core/errors/app-error.ts";
import type { JsonValue } from "../../core/json.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { MatcherError } from "../../core/match/matcher-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import type { SchemaCompiler } from "../../core/match/operator.ts";
import type { Place } from "../../core/position.ts";

export type ScriptPath = readonly (string | number)[];

export interface ScriptSource {
  readonly file: string;
  /** Where in the file a part of the script stands. */
  placeOf(path: ScriptPath): Place;
  /** For `$schema` in matchers. */
  readonly compileSchema?: SchemaCompiler;
}

/** A script that is being made ready, with everything that is wrong with it so far. */
export interface Compilation {
  readonly source: ScriptSource;
  readonly errors: AppError[];
}

/** A matcher of a script; undefined where it cannot be read, which is refused. */
export function matcherOf(
  spec: JsonValue,
  path: ScriptPath,
  compilation: Compilation,
): Matcher | undefined {
  const { compileSchema } = compilation.source;
  try {
    return compileMatcher(spec, compileSchema === undefined ? {} : { compileSchema });
  } catch (error) {
    if (!(error instanceof MatcherError)) throw error;
    for (const problem of error.problems) {
      refuse(compilation, [...path, ...problem.path], problem);
    }
    return undefined;
  }
}

interface Finding {
  readonly message: string;
  readonly hint?: string;
}

/** Notes a problem with its place; what can be read is read on. */
export function refuse({ source, errors }: Compilation, path: ScriptPath, finding: Finding): void {
  const { message, hint } = finding;
  errors.push(new AppError("SCRIPT_INVALID", message, { hint, place: source.placeOf(path) }));
}
