import { clipMiddle } from "./clip-middle.ts";
import type { ShownTrial } from "./judge-input.ts";

/** One untrusted piece of the record, as the judge is shown it. */
export interface TranscriptPart {
  /** What the piece is, in our own words: `answer`, `result of call 2`. */
  readonly label: string;
  readonly source: "question" | "call" | "answer";
  readonly text: string;
  /** What of the text can be quoted: all but notes of ours. */
  readonly quotable: readonly string[];
}

const maxQuestion = 40_000;
const maxAnswer = 60_000;
const maxArgs = 4_000;
const maxResult = 12_000;
/** All calls together, so that a long run still fits into a judge's context. */
const maxCalls = 160_000;

/** The record of a trial in pieces of bounded size, in the order in which a judge reads them. */
export function transcriptParts(shown: ShownTrial): readonly TranscriptPart[] {
  const several = shown.question.length > 1;
  const share = Math.floor(maxCalls / Math.max(shown.calls.length, 1));
  const argsShare = Math.min(maxArgs, Math.floor(share / 4));
  return [
    ...shown.question.map((text, index) =>
      part("question", several ? `question ${index + 1}` : "question", clipped(text, maxQuestion)),
    ),
    ...shown.calls.flatMap(({ tool, args, result, isError }, index) => {
      const given = clipped(JSON.stringify(args), argsShare);
      const [head = "", ...tail] = given.pieces;
      const label = `${isError ? "error" : "result"} of call ${index + 1}`;
      return [
        part("call", `call ${index + 1}`, {
          text: `${tool} ${given.text}`,
          pieces: [`${tool} ${head}`, ...tail],
        }),
        part("call", label, clipped(result, Math.min(maxResult, share))),
      ];
    }),
    part("answer", "answer", clipped(shown.answer, maxAnswer)),
  ];
}

/** One piece, of which everything but notes of ours can be quoted. */
export function part(
  source: TranscriptPart["source"],
  label: string,
  { text, pieces }: ReturnType<typeof clipMiddle>,
): TranscriptPart {
  return { label, source, text, quotable: pieces };
}

function clipped(text: string, maxChars: number): ReturnType<typeof clipMiddle> {
  return clipMiddle(wholeText(text), maxChars);
}

/** Half of a surrogate pair is no text: providers refuse it, and no marker could be computed from it. */
export function wholeText(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\uFFFD");
}
