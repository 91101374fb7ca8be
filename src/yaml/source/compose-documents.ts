import { Composer, type CST, type Document, type Lexer, Parser } from "yaml";
import type { Dialect } from "./dialect.ts";
import { limitHint, type SourceLimits } from "./limits.ts";
import type { Finding } from "./problem-list.ts";
import { ScannerRules } from "./scanner-rules.ts";
import { syntaxFinding } from "./syntax-finding.ts";
import { unclosedStarts } from "./unclosed.ts";
import { withoutStackTraces } from "./without-stack-traces.ts";

/** What the library makes of a text. */
export interface Composed {
  /** Empty where the text is beyond a limit. */
  readonly documents: readonly Document.Parsed[];
  /** Everything wrong with the first of them, and with the characters of the text. */
  readonly findings: readonly Finding[];
}

/** Takes a text apart, within limits. */
export function composeDocuments(source: string, dialect: Dialect, lexer: Lexer): Composed {
  const { version, limits, pyYaml } = dialect;
  const rules = pyYaml ? new ScannerRules() : undefined;
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of lexer.lex(source)) {
    const { offset } = parser;
    rules?.see(lexeme, offset);
    for (const token of parser.next(lexeme)) tokens.push(token);
    lexemes += 1;
    const message = excessOf(parser, lexemes, limits);
    if (message === undefined) continue;
    const span: Finding["span"] = [offset, offset + lexeme.length];
    const excess: Finding = { code: "limit", message, hint: limitHint, span };
    return { documents: [], findings: [...(rules?.findings ?? []), excess] };
  }
  tokens.push(...parser.end());
  const documents = withoutStackTraces(() => {
    const composer = new Composer({
      version,
      schema: "failsafe",
      resolveKnownTags: false,
      uniqueKeys: false,
    });
    return [...composer.compose(tokens, true, source.length)];
  });
  return {
    documents,
    findings: [
      ...(rules?.findings ?? []),
      ...atOpenings(syntaxFindings(documents, dialect), tokens),
    ],
  };
}

/** What is never closed is shown where it is opened, and not where the search for its end was given up. */
function atOpenings(
  findings: readonly Finding[],
  tokens: readonly CST.Token[],
): readonly Finding[] {
  if (!findings.some(({ unindented }) => unindented)) return findings;
  const starts = [...unclosedStarts(tokens)];
  return findings.map((finding) => {
    const { unindented, span } = finding;
    const index = unindented === true ? starts.findLastIndex((start) => start <= span[0]) : -1;
    const [start] = index < 0 ? [] : starts.splice(index, 1);
    return start === undefined ? finding : { ...finding, span: [start, start + 1] };
  });
}

function excessOf(
  { stack }: Parser,
  lexemes: number,
  { maxDepth, maxLexemes }: SourceLimits,
): string | undefined {
  if (stack.length > maxDepth) return `collections are nested more than ${maxDepth} deep`;
  return lexemes > maxLexemes ? `the text has more than ${maxLexemes} parts` : undefined;
}

/** PyYAML needs no space before a comment; the library complains about it in these words. */
const pyYamlAccepts = /^Comments must be separated/;

/** For PyYAML, {@link ScannerRules} has found every tab. */
function syntaxFindings(
  [document]: readonly Document.Parsed[],
  { pyYaml }: Dialect,
): readonly Finding[] {
  const errors = document?.errors ?? [];
  const counted = pyYaml
    ? errors.filter(({ code, message }) => {
        return code !== "TAB_AS_INDENT" && !pyYamlAccepts.test(message);
      })
    : errors;
  return counted.map(syntaxFinding);
}
