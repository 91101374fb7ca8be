import { pyStrRepr } from "../../../core/python/py-str-repr.ts";
import { codePointLength } from "../text/code-points.ts";
import { pythonLineEnd, pythonSpace } from "../text/python-space.ts";

/** Where a string stands in what is printed. */
export interface PrettyTextPlace {
  readonly indent: number;
  readonly after: number;
  /** Nothing is around the text, so that it gets parentheses of its own. */
  readonly isWhole: boolean;
  readonly width: number;
}

/** How Python's pprint shows a text that is too long for a line: as literals one below the other. */
export function prettyText(
  text: string,
  { indent, after, isWhole, width }: PrettyTextPlace,
): string {
  const inner = isWhole ? indent + 1 : indent;
  const chunks = literals(text, { width: width - inner, after: isWhole ? after + 1 : after });
  if (chunks.length === 1) return chunks[0] ?? "";
  const lines = chunks.join(`\n${" ".repeat(inner)}`);
  return isWhole ? `(${lines})` : lines;
}

interface Fit {
  readonly width: number;
  readonly after: number;
}

function literals(text: string, { width, after }: Fit): readonly string[] {
  const lines = text.match(keepEnds) ?? [];
  return lines.flatMap((line, index) => {
    const reserved = index === lines.length - 1 ? after : 0;
    const literal = pyStrRepr(line);
    return codePointLength(literal) <= width - reserved
      ? [literal]
      : fillLine(line, { width, after: reserved });
  });
}

const keepEnds = new RegExp(
  `[^${pythonLineEnd}]*(?:\\r\\n|[${pythonLineEnd}])|[^${pythonLineEnd}]+`,
  "g",
);

/** As many words in each literal as fit. */
function fillLine(line: string, { width, after }: Fit): readonly string[] {
  const words = splitWords(line);
  const chunks: string[] = [];
  let current = "";
  for (const [index, word] of words.entries()) {
    const room = index === words.length - 1 ? width - after : width;
    const candidate = current + word;
    if (codePointLength(pyStrRepr(candidate)) <= room) {
      current = candidate;
    } else {
      if (current !== "") chunks.push(pyStrRepr(current));
      current = word;
    }
  }
  return current === "" ? chunks : [...chunks, pyStrRepr(current)];
}

function splitWords(line: string): readonly string[] {
  return (line.match(wordAndSpace) ?? []).filter((word) => word !== "");
}

const wordAndSpace = new RegExp(`[^${pythonSpace}]*[${pythonSpace}]*`, "g");
