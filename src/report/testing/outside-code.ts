/**
 * What of a Markdown text is neither in a fenced block nor in a code span, as CommonMark reads them. A code
 * span of ours lies on one line.
 */
export function outsideCode(markdown: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split("\n")) {
    const mark = /^`{3,}/u.exec(line)?.[0];
    if (fence !== undefined) {
      if (line === fence) fence = undefined;
      continue;
    }
    if (mark !== undefined && mark === line) {
      fence = mark;
      continue;
    }
    lines.push(withoutSpans(line));
  }
  if (fence !== undefined) throw new Error("a fence is not closed");
  return lines;
}

/** A run of backticks is ended by the next run of the same length, and else stands for itself. */
function withoutSpans(line: string): string {
  const runs = [...line.matchAll(/`+/gu)];
  let text = "";
  let from = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const begin = runs[index];
    const end = runs.findIndex((run, at) => at > index && run[0].length === begin?.[0].length);
    if (begin === undefined || end < 0) continue;
    text += `${line.slice(from, begin.index)}CODE`;
    const close = runs[end];
    from = (close?.index ?? 0) + (close?.[0].length ?? 0);
    index = end;
  }
  return text + line.slice(from);
}
