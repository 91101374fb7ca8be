import { plainLine } from "./plain-line.ts";
import { textPieces } from "./text-pieces.ts";

/**
 * An answer without its style: headings, list marks, quotes, bold and italics, tables, rules, emoji and
 * spacing. No word and no number is touched: every letter and digit stays, in its order; a link keeps its address,
 * in parentheses. Code stays as it is, since in code every sign counts. What comes out has no style left: applied
 * again, it changes nothing.
 */
export function plainWords(answer: string): string {
  return textPieces(answer)
    .flatMap(({ type, lines }) => {
      if (type === "code") return lines;
      return lines.map((line) => plainLine(line)).filter((line) => line !== "");
    })
    .join("\n");
}
