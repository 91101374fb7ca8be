import { normalizeSource } from "../lexer/normalize-source.ts";
import { SourceError } from "../lexer/source-error.ts";
import { LimitReached } from "../python-exception.ts";
import { globalValues } from "../runtime/natives/global-object.ts";
import { parseSource } from "../syntax/parse-source.ts";
import { defaultTemplateLimits } from "../template-limits.ts";
import { Inspector } from "./inspector.ts";
import type { TemplateFacts } from "./template-facts.ts";

/**
 * What stands in a template, as far as it can go wrong when it is rendered; undefined for a template
 * that cannot be read. Files that it includes are not looked into.
 */
export function inspectTemplate(text: string): TemplateFacts | undefined {
  const source = normalizeSource(text);
  try {
    const statements = parseSource(text, defaultTemplateLimits);
    const inspector = new Inspector(source, statements);
    inspector.statements(statements, new Set());
    return inspector;
  } catch (error) {
    if (error instanceof SourceError || error instanceof LimitReached) return undefined;
    throw error;
  }
}

/** The names that every template knows although nobody gives them a value: `range`, `namespace`, … */
export const globalNames: ReadonlySet<string> = new Set(globalValues.keys());
