import { Lexer } from "yaml";
import { serviceLimits } from "./limits.ts";
import { createLineIndex } from "./line-index.ts";

/** A comment: where it begins, and what it says, with its `#`. */
export interface YamlComment {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** What of a YAML text is not its value. */
export interface YamlLayout {
  readonly comments: readonly YamlComment[];
  /** The first and the last line of every text that goes over several; of a block, from its `|` or `>` on. */
  readonly longTexts: readonly (readonly [first: number, last: number])[];
}

/** The library's marks, which stand for nothing in the text: of a scalar, of a document, of a closed collection. */
const scalarMark = "\u001F";
const marks: ReadonlySet<string> = new Set([scalarMark, "\u0002", "\u0018"]);

/** Takes a text apart as far as its lines go, also a broken one. Of a text beyond the limits, what is within. */
export function yamlLayout(text: string): YamlLayout {
  const { maxChars, maxLexemes } = serviceLimits;
  // A lone carriage return is a line break for PyYAML, and not for the library.
  const source = text.slice(0, maxChars).replace(/\r(?!\n)/g, "\n");
  const lines = createLineIndex(source);
  const comments: YamlComment[] = [];
  const longTexts: [number, number][] = [];
  let offset = 0;
  let lexemes = 0;
  let isMarked = false;
  let header: number | undefined;
  for (const lexeme of new Lexer().lex(source)) {
    if (!marks.has(lexeme)) {
      const { line, column } = lines.position(offset);
      const isText = isMarked || /^["']/.test(lexeme);
      if (isText && /\n./s.test(lexeme)) {
        const last = lines.position(offset + lexeme.trimEnd().length).line;
        longTexts.push([header ?? line, last]);
      } else if (isText && header !== undefined && lexeme !== "") longTexts.push([header, line]);
      else if (lexeme.startsWith("#")) comments.push({ line, column, text: lexeme });
      if (isText) header = undefined;
      else if (/^[|>]/.test(lexeme)) header = line;
      offset += lexeme.length;
    }
    isMarked = lexeme === scalarMark;
    lexemes += 1;
    if (lexemes > maxLexemes) break;
  }
  return { comments, longTexts };
}
