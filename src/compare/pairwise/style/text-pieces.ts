import { withoutLineMarks } from "./line-marks.ts";

/** Neighboring lines of one kind. */
export interface TextPiece {
  readonly type: "code" | "text";
  readonly lines: readonly string[];
}

const openingFence = /^(`{3,}|~{3,})/u;

/** An answer's blocks of code, with their fences, and what stands around them; no line is lost. */
export function textPieces(answer: string): readonly TextPiece[] {
  const pieces: { type: TextPiece["type"]; lines: string[] }[] = [];
  const add = (type: TextPiece["type"], line: string): void => {
    const last = pieces.at(-1);
    if (last?.type === type) last.lines.push(line);
    else pieces.push({ type, lines: [line] });
  };
  let fence: string | undefined;
  for (const line of answer.split(/\r\n?|\n/u)) {
    if (fence !== undefined) {
      add("code", line);
      if (closes(line, fence)) fence = undefined;
      continue;
    }
    // A block that is the text of a list item: the mark goes, the fence stays.
    const bare = withoutLineMarks(line);
    fence = openingFence.exec(bare)?.[1];
    if (fence !== undefined && isOneLine(bare, fence)) fence = undefined;
    if (fence === undefined) add("text", line);
    else add("code", bare);
  }
  return pieces;
}

/** "```code```" on one line is a span of code and no fence. */
function isOneLine(line: string, fence: string): boolean {
  return fence.startsWith("`") && line.slice(fence.length).includes("`");
}

function closes(line: string, fence: string): boolean {
  const end = line.trim();
  const [sign = ""] = fence;
  return end.length >= fence.length && end === sign.repeat(end.length);
}
