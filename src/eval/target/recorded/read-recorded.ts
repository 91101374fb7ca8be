import { isAbsolute, join } from "node:path";
import { AppError } from "../../../core/errors/app-error.ts";
import { shownPath } from "../../../platform/index.ts";
import { loadFormat } from "../../../schema/index.ts";
import { readJsonl } from "../../suite/rows/read-jsonl.ts";
import { rowLimits } from "../../suite/rows/row-limits.ts";
import type { Row } from "../../suite/rows/row.ts";
import type { TargetFact } from "../target-fact.ts";
import type { TargetBlock, TargetFrame } from "../target-frame.ts";
import { type KeyedAnswer, answersOfRow } from "./answers-of-row.ts";
import { RecordedAnswers } from "./recorded-answers.ts";
import type { RecordedTarget } from "./recorded-target.ts";

/** Reads the file that `recorded:` of a target names; what is wrong in it is reported. */
export async function readRecorded(
  written: string,
  { path, model }: TargetBlock,
  { reader, files, folder, cwd }: TargetFrame,
): Promise<Omit<RecordedTarget, "name"> | undefined> {
  const absolute = isAbsolute(written) ? written : join(folder, written);
  const file = shownPath(absolute, cwd);
  const text = await files.read(absolute);
  const at = [...path, "recorded"];
  if (text === undefined || text.trim() === "" || text.length > rowLimits.chars) {
    const large = `the file ${file} has more than ${rowLimits.chars} characters`;
    const empty = `the file ${file} has no answer`;
    const missing = `there is no file of answers ${written}`;
    reader.add({
      path: at,
      code: "TARGET_INVALID",
      message: text === undefined ? missing : text.trim() === "" ? empty : large,
      hint: "one JSON object a line; the path is relative to the suite's folder",
    });
    return undefined;
  }
  const answers = new RecordedAnswers();
  const errors: AppError[] = [];
  const validate = await loadFormat("answers");
  for (const row of readJsonl(text, file)) {
    if (row instanceof AppError) errors.push(noRow(row));
    else errors.push(...problemsOf(row, validate), ...add(row, answers));
  }
  for (const error of errors.slice(0, rowLimits.errors)) reader.addElsewhere(error);
  if (errors.length > 0) return undefined;
  const tells = told(answers);
  return { kind: "recorded", reference: file, version: "", model, text, answers, tells };
}

function problemsOf(row: Row, validate: Awaited<ReturnType<typeof loadFormat>>): AppError[] {
  const { answer, answers } = row.cells;
  const both = (answer === undefined) === (answers === undefined);
  return [
    ...validate(row.cells).map(({ path, message, hint }) => {
      const [column] = path;
      const place = row.placeOf(typeof column === "string" ? column : undefined);
      return new AppError("TARGET_INVALID", message, { place, hint });
    }),
    ...(both
      ? [
          new AppError("TARGET_INVALID", "a line has one of `answer` and `answers`", {
            place: row.placeOf(),
          }),
        ]
      : []),
  ];
}

function add(row: Row, answers: RecordedAnswers): readonly AppError[] {
  return answersOfRow(row.cells).flatMap(({ key, answer }: KeyedAnswer) => {
    if (answers.add(key, answer)) return [];
    const { case: name, trial, turn } = key;
    const of = trial === undefined ? "" : `, trial ${trial}`;
    const message = `there is an answer to case "${name}"${of}, turn ${turn} already`;
    return [new AppError("TARGET_INVALID", message, { place: row.placeOf() })];
  });
}

/** What only some answers tell, no check can rely on. */
function told(answers: RecordedAnswers): ReadonlySet<TargetFact> {
  const all = [...answers.all()];
  const facts = new Set<TargetFact>();
  if (all.every(({ calls }) => calls !== undefined)) facts.add("calls");
  if (all.every(({ usage }) => usage !== undefined)) facts.add("usage");
  if (all.every(({ activeMs }) => activeMs !== undefined)) facts.add("times");
  return facts;
}

function noRow({ message, place }: AppError): AppError {
  return new AppError("TARGET_INVALID", message, {
    place,
    hint: 'write one object a line: {"case": "one", "answer": "There are 42."}',
  });
}
