import { RE2JS } from "re2js";

/** Repetition can make a short pattern a large program; its length bounds that. */
const maxPattern = 1_000;

/** A pattern that takes linear time whatever the text is. */
export interface LinearPattern {
  /** Whether a text has a part that the pattern describes. */
  test(text: string): boolean;
}

/**
 * Compiles a pattern in RE2's syntax, which is also what the service's Rust engine reads: no
 * look-around, no back-references.
 *
 * @throws SyntaxError that says what is wrong with the pattern
 */
export function compilePattern(pattern: string): LinearPattern {
  if (pattern.length > maxPattern) {
    throw new SyntaxError(`${pattern.length} characters, more than the ${maxPattern} allowed`);
  }
  try {
    const compiled = RE2JS.compile(pattern);
    return { test: (text) => compiled.test(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SyntaxError(reason.replace(/^error parsing regexp: /, ""), { cause: error });
  }
}
