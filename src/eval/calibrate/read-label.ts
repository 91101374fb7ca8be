import { AppError } from "../../core/errors/app-error.ts";
import type { JsonObject } from "../../core/json.ts";
import type { Place } from "../../core/position.ts";
import type { FromSchema } from "../../schema/index.ts";
import type { Label } from "./label.ts";
import { labelsError } from "./labels-error.ts";
import type { labelsSchema } from "./labels-schema.ts";

type LabelLine = FromSchema<typeof labelsSchema>;

/** Reads a line that fits the schema; what the schema cannot say is looked at here. */
export function readLabel(line: JsonObject, place: Place): Label | AppError {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it fits the schema
  const given = line as LabelLine;
  const { label, grade, by = "" } = given;
  if ((label === undefined) === (grade === undefined)) {
    return labelsError("a label is `label` or `grade`, one of both", place, labelHint);
  }
  const subject = subjectOf(given, place);
  if (subject instanceof AppError) return subject;
  const opinion: Label["opinion"] =
    grade === undefined ? { type: "label", met: label === "met" } : { type: "grade", grade };
  if (subject.type === "given" && opinion.type === "grade") {
    return labelsError("only a rubric of a run has grades", place, labelHint);
  }
  return { place, subject, opinion, by: by.trim() };
}

const labelHint =
  'write "label": "met" or "label": "not_met"; for a rubric of a run also "grade": 3';
const storedKeys = ["run", "suite", "case", "target", "trial", "check"] as const;
const givenKeys = ["question", "answer", "calls"] as const;

function subjectOf(given: LabelLine, place: Place): Label["subject"] | AppError {
  const stored = storedKeys.filter((key) => given[key] !== undefined);
  const own = givenKeys.filter((key) => given[key] !== undefined);
  if (stored.length > 0 && own.length > 0) {
    return labelsError(
      `\`${stored[0]}\` is for an answer of a run, \`${own[0]}\` for one that stands here`,
      place,
      "name the run, or give question and answer",
    );
  }
  return own.length > 0 ? givenSubject(given, place) : storedSubject(given, place);
}

function givenSubject(
  { question, answer, calls = [], criterion }: LabelLine,
  place: Place,
): Label["subject"] | AppError {
  if (question === undefined) return missing("question", place);
  if (answer === undefined) return missing("answer", place);
  if (criterion === undefined) return missing("criterion", place);
  return {
    type: "given",
    question: typeof question === "string" ? [question] : question,
    answer,
    calls: calls.map(({ tool, args, result, isError = false }) => ({
      tool,
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was read as JSON
      args: (args ?? {}) as JsonObject,
      result,
      isError,
    })),
    criterion: criterion.trim(),
  };
}

function storedSubject(
  { run, suite, case: id, target, trial, check, criterion }: LabelLine,
  place: Place,
): Label["subject"] | AppError {
  if (run === undefined) return missing("run", place);
  if (suite === undefined) return missing("suite", place);
  if (id === undefined) return missing("case", place);
  if (check === undefined && criterion === undefined) return missing("check", place);
  return {
    type: "stored",
    run,
    suite,
    case: id,
    target,
    trial,
    check,
    criterion: criterion?.trim(),
  };
}

function missing(key: string, place: Place): AppError {
  return labelsError(
    `\`${key}\` is missing`,
    place,
    "a label names run, suite, case and check (or criterion) of a run, or gives question, answer and criterion",
  );
}
