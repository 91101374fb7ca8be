import { startOf } from "./start-of.ts";

const maxChars = 80;
/** What a judge takes for a quotation, if the answer has as much. */
const minSigns = 8;
const inWord = /^[\p{L}\p{N}]{2}/u;
const beforeWord = /^[^]*(?=[^\p{L}\p{N}])/u;

/** A short piece of an answer that a scripted judge can quote; empty where there is nothing to quote. */
export function evidenceFrom(answer: string): string {
  const line = answer.split("\n").find((candidate) => signsIn(candidate) >= minSigns) ?? answer;
  const text = line.trim();
  if (text.length <= maxChars) return text;
  const start = startOf(text, maxChars);
  const space = start.lastIndexOf(" ");
  if (space > 0) return start.slice(0, space).trimEnd();
  // A word that is cut is no quotation.
  const whole = inWord.test(text.slice(start.length - 1)) ? beforeWord.exec(start)?.[0] : start;
  return whole === undefined || whole === "" ? start : whole;
}

function signsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}
