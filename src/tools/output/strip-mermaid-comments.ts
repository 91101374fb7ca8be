import { blankLineStart } from "./line-start.ts";
import { pySpace } from "./py-space.ts";
import { between, literal, removeSpans, replaceSpans, type Span } from "./spans.ts";

const fence = "```";
const language = new RegExp(`[${pySpace}]*mermaid(?![\\p{L}\\p{N}_])`, "iuy");
const directives = between(literal("%%{"), literal("}%%"));

/** Removes the comments (`%% …`) and directives (`%%{ … }%%`) of the mermaid diagrams in a text. */
export function stripMermaidComments(text: string): string {
  return replaceSpans(text, findDiagram, (diagram) => {
    return foldBlankLines(removeSpans(removeSpans(diagram, directives), findLineComment));
  });
}

function findDiagram(text: string, from: number): Span | undefined {
  for (let open = text.indexOf(fence, from); open >= 0; open = text.indexOf(fence, open + 1)) {
    language.lastIndex = open + fence.length;
    if (!language.test(text)) continue;
    const close = text.indexOf(fence, language.lastIndex);
    // Without a fence behind it no later diagram is closed either.
    return close < 0 ? undefined : { start: open, end: close + fence.length };
  }
  return undefined;
}

/** A comment that begins a line, with the white space before it. */
function findLineComment(diagram: string, from: number): Span | undefined {
  for (let at = diagram.indexOf("%%", from); at >= 0; at = diagram.indexOf("%%", at + 2)) {
    const start = blankLineStart(diagram, at, from);
    if (start !== undefined) return { start, end: lineEnd(diagram, at) };
  }
  return undefined;
}

const endOfLine = /\n|(?<!\\)\\+n/g;

function lineEnd(diagram: string, from: number): number {
  endOfLine.lastIndex = from;
  return endOfLine.exec(diagram)?.index ?? diagram.length;
}

const writtenLineEnds = new RegExp(`(?<!\\\\)\\\\+n[${pySpace}]*`, "g");
const lineEnds = new RegExp(`\\n[${pySpace}]*`, "g");

/** Three line ends or more become two; the indentation behind them goes too. */
function foldBlankLines(diagram: string): string {
  const folded = foldWrittenLineEnds(diagram);
  return folded.replaceAll(lineEnds, (run) => (run.split("\n").length > 3 ? "\n\n" : run));
}

/** The same for line ends of JSON inside text: the last of a run stands for all of them, twice. */
function foldWrittenLineEnds(diagram: string): string {
  const parts: string[] = [];
  let run: string[] = [];
  let from = 0;
  const flush = (): void => {
    const last = run.at(-1) ?? "";
    parts.push(...(run.length >= 3 ? [last, last] : run));
    run = [];
  };
  for (const match of diagram.matchAll(writtenLineEnds)) {
    if (match.index > from) flush();
    parts.push(diagram.slice(from, match.index));
    run.push(match[0]);
    from = match.index + match[0].length;
  }
  flush();
  return parts.join("") + diagram.slice(from);
}
