import { Lexer, type ParsedNode } from "yaml";
import { type Composed, composeDocuments } from "./compose-documents.ts";
import type { Dialect } from "./dialect.ts";
import { createLenientLexer } from "./lenient-lexer.ts";
import { limitHint } from "./limits.ts";
import { createLineIndex, type LineIndex } from "./line-index.ts";
import { type Finding, ProblemList } from "./problem-list.ts";
import { quickRoot } from "./quick/quick-root.ts";

/** A text taken apart into nodes, with everything that was found wrong on the way. */
export interface ParsedSource {
  /** Null for an empty document; undefined where the text was not read at all. */
  readonly root: ParsedNode | null | undefined;
  readonly lines: LineIndex;
  readonly problems: ProblemList;
}

/** Parses the one document of a text, within limits; never throws on what the text says. */
export function parseSource(text: string, dialect: Dialect): ParsedSource {
  const lines = createLineIndex(text);
  const problems = new ProblemList(lines);
  const { maxChars } = dialect.limits;
  if (text.length > maxChars) {
    const message = `the text has ${text.length} characters, more than the ${maxChars} allowed`;
    problems.error({ code: "limit", message, hint: limitHint, span: [0, 0] });
    return { root: undefined, lines, problems };
  }
  const source = readable(text, dialect, problems);
  const quick = dialect.pyYaml ? quickRoot(source) : undefined;
  if (quick !== undefined) return { root: quick, lines, problems };
  const { documents, findings } = compose(source, dialect);
  report(findings, problems);
  const [document, second] = documents;
  if (second !== undefined) {
    const message = "the text holds a second document; one is expected";
    const hint = 'remove the "---" between them, or make two files of it';
    problems.error({ code: "multiple-documents", message, hint, span: second.range });
  }
  return { root: document && document.contents, lines, problems };
}

/** The same text, character for character in place, with nothing in it that the library stumbles over. */
function readable(text: string, dialect: Dialect, problems: ProblemList): string {
  const inPlace = text.replace(dialect.otherLineBreaks, "\n");
  const at = inPlace.search(dialect.forbidden);
  if (at < 0) return inPlace;
  const code = inPlace.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0");
  const message = `the character U+${code} is not allowed in YAML`;
  problems.error({ code: "encoding", message, span: [at, at + 1] });
  return inPlace.replace(dialect.forbidden, "\uFFFD");
}

/** What PyYAML would accept without indentation is read so; what is broken is broken in fewest places. */
function compose(source: string, dialect: Dialect): Composed {
  const strict = composeDocuments(source, dialect, new Lexer());
  if (!dialect.pyYaml || !strict.findings.some(({ unindented }) => unindented)) return strict;
  const lenient = composeDocuments(source, dialect, createLenientLexer());
  return lenient.findings.length === 0 ? lenient : strict;
}

/** One mistake often trips the library several times in a line; the first time says it all. */
function report(findings: readonly Finding[], problems: ProblemList): void {
  const lines = new Set<number>();
  for (const finding of findings.toSorted((a, b) => a.span[0] - b.span[0])) {
    const line = problems.lineOf(finding);
    if (finding.code !== "syntax" || !lines.has(line)) problems.error(finding);
    if (finding.code === "syntax") lines.add(line);
  }
}
