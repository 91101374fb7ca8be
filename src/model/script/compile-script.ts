import { type AppError, throwAll } from "../../core/errors/app-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import { checkReplies } from "./check-replies.ts";
import { type Compilation, matcherOf, type ScriptPath, type ScriptSource } from "./compilation.ts";
import { answersOf } from "./compile-answers.ts";
import {
  type ScriptCondition,
  scriptConditions,
  type ScriptFile,
  type ScriptFileEntry,
} from "./script-file.ts";
import type { Script, ScriptEntry } from "./script.ts";

/**
 * Makes a script of valid form ready to answer.
 *
 * @throws AppError or AppErrors SCRIPT_INVALID for matchers that cannot be read and entries that
 * could never answer.
 */
export function compileScript(content: ScriptFile, source: ScriptSource): Script {
  const errors: AppError[] = [];
  const entries = content.replies.map((entry, index) =>
    compileEntry(entry, index, { source, errors }),
  );
  throwAll(errors);
  return { name: content.script, file: source.file, entries };
}

function compileEntry(
  entry: ScriptFileEntry,
  index: number,
  compilation: Compilation,
): ScriptEntry {
  const path = ["replies", index];
  checkReplies(entry, path, compilation);
  return {
    number: index + 1,
    place: compilation.source.placeOf(path),
    when: compileConditions(entry, path, compilation),
    answers: answersOf(entry, path, compilation),
  };
}

function compileConditions(
  { when = {} }: ScriptFileEntry,
  path: ScriptPath,
  compilation: Compilation,
): ReadonlyMap<ScriptCondition, Matcher> {
  const matchers = new Map<ScriptCondition, Matcher>();
  for (const condition of scriptConditions) {
    const spec = when[condition];
    if (spec === undefined) continue;
    const matcher = matcherOf(spec, [...path, "when", condition], compilation);
    if (matcher !== undefined) matchers.set(condition, matcher);
  }
  return matchers;
}
