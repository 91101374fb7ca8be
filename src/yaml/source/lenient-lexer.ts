import { Lexer } from "yaml";

/** What the library's lexer does not show. */
interface Insides {
  readonly flowLevel: number;
  indentNext: number;
  parseQuotedScalar: () => Generator<string, unknown>;
}

/**
 * A lexer that, like PyYAML's, asks for no indentation between quotes and between brackets. The
 * library's own does, which YAML demands, and which keeps the damage small where one is never closed.
 */
export function createLenientLexer(): Lexer {
  const lexer = new Lexer();
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- tests hold it to this form
  const insides = lexer as unknown as Insides;
  const parseQuotedScalar = insides.parseQuotedScalar.bind(lexer);
  let indentNext = 0;
  let quoted = false;
  Object.defineProperty(lexer, "indentNext", {
    get: () => (quoted || insides.flowLevel > 0 ? 0 : indentNext),
    set: (value: number) => {
      indentNext = value;
    },
  });
  insides.parseQuotedScalar = function* parseUnindented() {
    quoted = true;
    try {
      return yield* parseQuotedScalar();
    } finally {
      quoted = false;
    }
  };
  return lexer;
}
