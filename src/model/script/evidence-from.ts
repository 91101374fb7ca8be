import { startOf } from "./start-of.ts";

const maxChars = 80;

/** A short piece of an answer that a scripted judge can quote; empty where there is nothing to quote. */
export function evidenceFrom(answer: string): string {
  const line = answer.split("\n").find((candidate) => /[\p{L}\p{N}]/u.test(candidate)) ?? answer;
  const text = line.trim();
  if (text.length <= maxChars) return text;
  const start = startOf(text, maxChars);
  const space = start.lastIndexOf(" ");
  return space > 0 ? start.slice(0, space).trimEnd() : start;
}
