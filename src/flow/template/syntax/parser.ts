import type { Lexer } from "../lexer/lexer.ts";
import { failSource } from "../lexer/source-error.ts";
import { TokenStream } from "../lexer/token-stream.ts";
import { LimitReached } from "../python-exception.ts";
import type { TemplateLimits } from "../template-limits.ts";
import type { Expression } from "./expression.ts";
import type { Statement } from "./statement.ts";

/** The parts of the grammar that contain each other, handed to the parser by whoever puts it together. */
export interface Grammar {
  expression(parser: Parser): Expression;
  /** An expression that a following `if` is not part of. */
  unconditional(parser: Parser): Expression;
  /** Statements up to one of these tags, or to the end of the template. */
  statements(parser: Parser, ends?: readonly string[]): readonly Statement[];
}

/** What the parsing functions share: the tokens, where they are nested, how deep. */
export class Parser {
  readonly tokens: TokenStream;
  private readonly grammar: Grammar;
  private readonly limits: TemplateLimits;
  private depth = 0;
  /** The tags that are open, innermost last. */
  private readonly openTags: string[] = [];
  /** For each open body the names of the tags that may end it. */
  private readonly endTags: (readonly string[])[] = [];

  constructor(lexer: Lexer, grammar: Grammar, limits: TemplateLimits) {
    this.grammar = grammar;
    this.limits = limits;
    this.tokens = new TokenStream(lexer);
  }

  expression(): Expression {
    return this.nested(() => this.grammar.expression(this));
  }

  unconditional(): Expression {
    return this.nested(() => this.grammar.unconditional(this));
  }

  /**
   * The body of a tag, behind the rest of the tag itself. A tag's own colon is accepted, for those
   * who think of Python. The tag that ends the body stays, with its name as the current token.
   */
  body(...ends: readonly string[]): readonly Statement[] {
    this.tokens.skipIf("colon");
    this.tokens.expect("block_end");
    const statements = this.nested(() => this.grammar.statements(this, ends));
    if (this.tokens.is("eof")) this.failEndOfTemplate(ends);
    return statements;
  }

  /** The last body of a tag, and the name of the tag that ends it. */
  lastBody(end: string): readonly Statement[] {
    const statements = this.body(end);
    this.tokens.next();
    return statements;
  }

  /** Parses something that is nested in what is being parsed. */
  nested<T>(parse: () => T): T {
    const { maxDepth } = this.limits;
    this.depth += 1;
    if (this.depth > maxDepth) {
      throw new LimitReached("maxDepth", `the template is nested more than ${maxDepth} deep`);
    }
    const parsed = parse();
    this.depth -= 1;
    return parsed;
  }

  /** Parses one tag, so that a mistake inside can name it. */
  insideTag<T>(name: string, parse: () => T): T {
    this.openTags.push(name);
    const parsed = parse();
    this.openTags.pop();
    return parsed;
  }

  /** Parses a body that one of these tags ends. */
  untilTag<T>(names: readonly string[], parse: () => T): T {
    this.endTags.push(names);
    const parsed = parse();
    this.endTags.pop();
    return parsed;
  }

  failUnknownTag(name: string, at: number): never {
    this.openTags.pop();
    return this.failOpen(`Encountered unknown tag '${name}'.`, at, name);
  }

  failEndOfTemplate(names: readonly string[]): never {
    this.endTags.push(names);
    return this.failOpen("Unexpected end of template.", this.tokens.current.at);
  }

  private failOpen(problem: string, at: number, tag?: string): never {
    const sentences = [problem];
    const wanted = this.endTags
      .at(-1)
      ?.map((name) => `'${name}'`)
      .join(" or ");
    if (wanted !== undefined) {
      const known = tag !== undefined && this.endTags.some((names) => names.includes(tag));
      sentences.push(
        known
          ? "You probably made a nesting mistake. Jinja is expecting this tag, but currently" +
              ` looking for ${wanted}.`
          : `Jinja was looking for the following tags: ${wanted}.`,
      );
    }
    const innermost = this.openTags.at(-1);
    if (innermost !== undefined) {
      sentences.push(`The innermost block that needs to be closed is '${innermost}'.`);
    }
    return failSource(sentences.join(" "), at);
  }
}
