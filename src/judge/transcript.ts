import { clipMiddle } from "./clip-middle.ts";
import type { JudgeInput } from "./judge-input.ts";

/** One untrusted piece of the record, as the judge is shown it. */
export interface TranscriptPart {
  /** What the piece is, in our own words: `answer`, `result of call 2`. */
  readonly label: string;
  readonly text: string;
}

const maxQuestion = 40_000;
const maxAnswer = 60_000;
const maxArgs = 4_000;
const maxResult = 12_000;
/** All calls together, so that a long run still fits into a judge's context. */
const maxCalls = 160_000;

/** The record of a trial in pieces of bounded size, in the order in which a judge reads them. */
export function transcriptParts(input: JudgeInput): readonly TranscriptPart[] {
  const several = input.question.length > 1;
  const share = Math.floor(maxCalls / Math.max(input.calls.length, 1));
  return [
    ...input.question.map((text, index) => ({
      label: several ? `question ${index + 1}` : "question",
      text: clipMiddle(text, maxQuestion),
    })),
    ...input.calls.flatMap(({ tool, args, result, isError }, index) => [
      {
        label: `call ${index + 1}`,
        text: `${tool} ${clipMiddle(JSON.stringify(args), Math.min(maxArgs, Math.floor(share / 4)))}`,
      },
      {
        label: `${isError ? "error" : "result"} of call ${index + 1}`,
        text: clipMiddle(result, Math.min(maxResult, share)),
      },
    ]),
    { label: "answer", text: clipMiddle(input.answer, maxAnswer) },
  ];
}
