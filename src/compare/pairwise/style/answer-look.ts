import type { AnswerLook } from "../style-differences.ts";
import { plainWords } from "./plain-words.ts";
import { textPieces } from "./text-pieces.ts";

const heading = /^\s*#{1,6}\s+\S/u;
const item = /^\s*(?:[-*+•▪◦‣]|\d{1,9}[.)])\s+\S/u;
const tableHead = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/u;

/** What an answer looks like. */
export function answerLook(answer: string): AnswerLook {
  const pieces = textPieces(answer);
  const lines = pieces.flatMap((piece) => (piece.type === "text" ? piece.lines : []));
  const count = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
  const words = plainWords(answer);
  return {
    chars: words.length,
    words: words.match(/\S+/gu)?.length ?? 0,
    headings: count(heading),
    bullets: count(item),
    tables: count(tableHead),
    codeBlocks: pieces.filter(({ type }) => type === "code").length,
  };
}
