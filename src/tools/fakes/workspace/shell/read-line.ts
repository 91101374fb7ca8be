import { readWords, type Word } from "./split-words.ts";

/** One command of a line, and what comes after it. */
export interface SimpleCommand {
  /** As it was written. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Whether what follows is done only if this worked: `&&`, not `;`. */
  readonly isCondition: boolean;
}

/**
 * Reads a command line as far as a shell is not needed for it: commands after each other with `&&` and `;`. Undefined
 * where there is more to it, as pipes, redirections, variables, or an open quote; `2>&1` changes nothing here.
 */
export function readLine(line: string): readonly SimpleCommand[] | undefined {
  const commands: SimpleCommand[] = [];
  let text = "";
  const close = (isCondition: boolean): boolean => {
    const words = readWords(text.trim());
    if (words === undefined) return false;
    if (words.length > 0) commands.push({ text: text.trim(), words, isCondition });
    text = "";
    return words.length > 0 || !isCondition;
  };
  const pieces = /'[^']*'|"(?:[^"\\$`]|\\.)*"|\\.|&&|[;\n]| 2>&1(?=\s|$)|[^'"\\&;\n]|./gs;
  for (const [piece] of line.matchAll(pieces)) {
    if (piece === "&&" || piece === ";" || piece === "\n") {
      if (!close(piece === "&&")) return undefined;
    } else if (needsShell(piece, text)) return undefined;
    else if (piece !== " 2>&1") text += piece;
  }
  return close(false) ? commands : undefined;
}

/** A single character that is not quoted and means something, or a quote that does not end. */
function needsShell(piece: string, before: string): boolean {
  if (piece.length > 1) return false;
  if (/[|<>&()$`{}!'"\\]/.test(piece)) return true;
  return (piece === "~" || piece === "#") && /(?:^|\s)$/.test(before);
}
