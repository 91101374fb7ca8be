import { type ChatReply, judgeProtocol } from "../model/index.ts";
import type { ReplyReading } from "./ask-with-repair.ts";
import type { Source } from "./evidence.ts";
import type { JudgeItems } from "./judge-input.ts";
import { readGrades } from "./read-grades.ts";
import { readOnlyCall } from "./read-only-call.ts";
import { unknownFields } from "./read-reasons.ts";
import { readVerdicts } from "./read-verdicts.ts";
import type { CriterionVerdict, RubricGrade } from "./verdict.ts";

/** What a reply is held against. */
export interface ReplyTerms extends JudgeItems {
  /** Everything that may be quoted. */
  readonly sources: readonly Source[];
}

/** All that a judge was asked about. */
export interface Decisions {
  readonly verdicts: readonly CriterionVerdict[];
  readonly grades: readonly RubricGrade[];
}

/** Reads a reply; only one complete call of the one tool can hold verdicts, whatever the text says. */
export function readReply(reply: ChatReply, terms: ReplyTerms): ReplyReading<Decisions> {
  return readOnlyCall(reply, judgeProtocol.toolName, (args) => {
    const { criteria, rubrics = [], sources } = terms;
    const verdicts = readVerdicts(args["verdicts"], criteria, sources);
    const grades = readGrades(args["grades"], rubrics, sources);
    const asked = [
      ...(criteria.length > 0 ? ["verdicts"] : []),
      ...(rubrics.length > 0 ? ["grades"] : []),
    ];
    const problems = [...unknownFields(args, asked), ...verdicts.problems, ...grades.problems];
    return { value: { verdicts: verdicts.entries, grades: grades.entries }, problems };
  });
}
