import type { TranscriptStep, TranscriptText } from "./trial-transcript.ts";

/** What a step takes besides its texts: names, ids and numbers, roughly. */
const stepBytes = 200;

/** Bytes that a step takes, roughly. */
export function stepSize(step: TranscriptStep): number {
  return stepBytes + textsOf(step).reduce((sum, each) => sum + textSize(each), 0);
}

/** Bytes of UTF-8 of a text as it is held. */
export function textSize({ text }: TranscriptText): number {
  return Buffer.byteLength(text);
}

function textsOf(step: TranscriptStep): readonly TranscriptText[] {
  if (step.type === "entered") return [];
  if (step.type === "reply")
    return step.error === undefined ? [step.text] : [step.text, step.error];
  if (step.type !== "call") return [step.text];
  return [step.args, step.effectiveArgs ?? [], step.content, step.result ?? []].flat();
}
