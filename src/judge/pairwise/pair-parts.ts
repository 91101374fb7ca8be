import { judgeProtocol } from "../../model/index.ts";
import { clipMiddle } from "../clip-middle.ts";
import { part, type TranscriptPart, wholeText } from "../transcript.ts";
import type { PairInput } from "./pair-input.ts";

/** Characters of everything that the user wrote, and of everything that each of the systems answered. */
const maxQuestion = 40_000;
const maxAnswer = 60_000;

/** The question and both answers in pieces of bounded size: the same bounds for both, whatever they say. */
export function pairParts({ question, first, second }: PairInput): readonly TranscriptPart[] {
  const { pairLabels } = judgeProtocol;
  const turns = Math.max(question.length, first.length, second.length, 1);
  const pieces = (
    source: TranscriptPart["source"],
    label: string,
    { texts, max }: { readonly texts: readonly string[]; readonly max: number },
  ): readonly TranscriptPart[] =>
    texts.map((text, index) => {
      const clipped = clipMiddle(wholeText(text), Math.floor(max / turns));
      return part(source, turns > 1 ? `${label} ${index + 1}` : label, clipped);
    });
  return [
    ...pieces("question", "question", { texts: question, max: maxQuestion }),
    ...pieces("answer", pairLabels.first, { texts: first, max: maxAnswer }),
    ...pieces("answer", pairLabels.second, { texts: second, max: maxAnswer }),
  ];
}
