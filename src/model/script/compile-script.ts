import { AppError, throwAll } from "../../core/errors/app-error.ts";
import { compileMatcher } from "../../core/match/compile-matcher.ts";
import { MatcherError } from "../../core/match/matcher-error.ts";
import type { Matcher } from "../../core/match/matcher.ts";
import type { SchemaCompiler } from "../../core/match/operator.ts";
import type { Place } from "../../core/position.ts";
import {
  type ScriptCondition,
  scriptConditions,
  type ScriptFile,
  type ScriptFileEntry,
  type ScriptGrade,
  type ScriptVerdict,
} from "./script-file.ts";
import type { Script, ScriptEntry, ScriptTurns, ScriptVerdicts } from "./script.ts";

export type ScriptPath = readonly (string | number)[];

export interface ScriptSource {
  readonly file: string;
  /** Where in the file a part of the script stands. */
  placeOf(path: ScriptPath): Place;
  /** For `$schema` in matchers. */
  readonly compileSchema?: SchemaCompiler;
}

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

interface Compilation {
  readonly source: ScriptSource;
  readonly errors: AppError[];
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
  const { compileSchema } = compilation.source;
  const options = compileSchema === undefined ? {} : { compileSchema };
  for (const condition of scriptConditions) {
    const spec = when[condition];
    if (spec === undefined) continue;
    try {
      matchers.set(condition, compileMatcher(spec, options));
    } catch (error) {
      if (!(error instanceof MatcherError)) throw error;
      for (const problem of error.problems) {
        refuse(compilation, [...path, "when", condition, ...problem.path], problem);
      }
    }
  }
  return matchers;
}

function answersOf(
  entry: ScriptFileEntry,
  path: ScriptPath,
  compilation: Compilation,
): ScriptTurns | ScriptVerdicts {
  const { when = {}, turns, variants, verdicts, grades } = entry;
  if (verdicts === undefined && grades === undefined) {
    if (turns === undefined) {
      refuse(compilation, path, {
        message: "an entry has neither turns nor verdicts",
        hint: "give it turns, or verdicts for a judge",
      });
    }
    return { type: "turns", choices: [turns ?? [], ...(variants ?? [])] };
  }
  const given = verdicts === undefined ? "grades" : "verdicts";
  for (const key of ["turns", "variants"] as const) {
    if (entry[key] === undefined) continue;
    refuse(compilation, [...path, key], {
      message: `an entry with ${given} has no ${key}`,
      hint: "write two entries",
    });
  }
  if (when.judge === undefined) {
    refuse(compilation, [...path, given], {
      message: `${given} answer a judge, but this entry never matches a judge's request`,
      hint: "add `judge` to its when; `judge: { $exists: true }` matches every answer",
    });
  }
  return { type: "verdicts", verdicts: verdictsOf(verdicts), grades: gradesOf(grades) };
}

function verdictsOf(
  verdicts: ScriptFileEntry["verdicts"] = {},
): ReadonlyMap<string, ScriptVerdict> {
  return new Map(
    Object.entries(verdicts).map(([criterion, verdict]) => [
      criterion,
      typeof verdict === "string" ? { verdict } : verdict,
    ]),
  );
}

function gradesOf(grades: ScriptFileEntry["grades"] = {}): ReadonlyMap<string, ScriptGrade> {
  return new Map(
    Object.entries(grades).map(([rubric, grade]) => [
      rubric,
      typeof grade === "object" ? grade : { grade },
    ]),
  );
}

/** A fault stands alone: there is nothing else to say in a response that is an error. */
function checkReplies(entry: ScriptFileEntry, path: ScriptPath, compilation: Compilation): void {
  const lists = [
    { turns: entry.turns ?? [], at: [...path, "turns"] },
    ...(entry.variants ?? []).map((turns, index) => ({ turns, at: [...path, "variants", index] })),
  ];
  for (const { turns, at } of lists) {
    for (const [index, reply] of turns.entries()) {
      const says =
        reply.text !== undefined || reply.calls !== undefined || reply.stop !== undefined;
      if (reply.fault === undefined && !says) {
        refuse(compilation, [...at, index], {
          message: "a reply says nothing",
          hint: 'give it text, calls, stop or fault; `text: ""` is an empty reply',
        });
      }
      if (reply.fault !== undefined && (says || reply.usage !== undefined)) {
        refuse(compilation, [...at, index], {
          message: "a reply with a fault says nothing else",
          hint: "an entry answers the same request always alike; write the fault as a reply of its own",
        });
      }
    }
  }
}

interface Finding {
  readonly message: string;
  readonly hint?: string;
}

function refuse({ source, errors }: Compilation, path: ScriptPath, finding: Finding): void {
  const { message, hint } = finding;
  errors.push(new AppError("SCRIPT_INVALID", message, { hint, place: source.placeOf(path) }));
}
