import { diffLines } from "./diff-lines.ts";

interface Target {
  readonly oldLine: unknown;
  readonly newLine: unknown;
}

/** Whether a comment suggests something, and all of it is what stands there already. */
export function isNoOpSuggestion(body: string, diff: string, target: Target): boolean {
  const suggestions = suggestionsIn(body);
  return (
    suggestions.length > 0 &&
    suggestions.every(({ above, below, lines }) => {
      const there = linesAround(diff, target, { above, below });
      return there !== undefined && there.join("\n") === lines.join("\n");
    })
  );
}

interface Range {
  readonly above: number;
  readonly below: number;
}

function suggestionsIn(body: string): readonly (Range & { readonly lines: readonly string[] })[] {
  const found: (Range & { lines: readonly string[] })[] = [];
  let open: (Range & { lines: string[] }) | undefined;
  for (const line of body.split("\n")) {
    const head = /^```suggestion(?::-([0-9]+)\+([0-9]+))?\s*$/.exec(line.trim());
    if (open !== undefined && line.trim() === "```") {
      found.push(open);
      open = undefined;
    } else if (open !== undefined) open.lines.push(line);
    else if (head !== null) {
      open = { above: Number(head[1] ?? 0), below: Number(head[2] ?? 0), lines: [] };
    }
  }
  return found;
}

/** The lines of a file's new side around one; undefined where the diff does not show all of them. */
function linesAround(
  diff: string,
  { oldLine, newLine }: Target,
  { above, below }: Range,
): readonly string[] | undefined {
  const side = typeof newLine === "number" ? "newLine" : "oldLine";
  const middle = typeof newLine === "number" ? newLine : oldLine;
  if (typeof middle !== "number") return undefined;
  const lines = diffLines(diff).filter((line) => {
    const number = line[side];
    return number !== null && number >= middle - above && number <= middle + below;
  });
  return lines.length === above + 1 + below ? lines.map(({ text }) => text) : undefined;
}
