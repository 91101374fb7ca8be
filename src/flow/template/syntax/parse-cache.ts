import type { TemplateLimits } from "../template-limits.ts";
import type { Statement } from "./statement.ts";

/** As many as a flow has templates; together no larger than this. */
const maxTemplates = 100;
const maxChars = 100_000;

interface Parsed {
  readonly limits: TemplateLimits;
  readonly statements: readonly Statement[];
}

/** The templates that were parsed last, by their text: what checks a flow looks at each several times. */
export class ParseCache {
  private readonly parsed = new Map<string, Parsed>();
  private chars = 0;

  /** Undefined also for a template that was parsed within other limits. */
  get(source: string, limits: TemplateLimits): readonly Statement[] | undefined {
    const known = this.parsed.get(source);
    return known !== undefined && isSame(known.limits, limits) ? known.statements : undefined;
  }

  set(source: string, limits: TemplateLimits, statements: readonly Statement[]): void {
    if (source.length > maxChars) return;
    if (this.parsed.delete(source)) this.chars -= source.length;
    this.parsed.set(source, { limits, statements });
    this.chars += source.length;
    for (const oldest of this.parsed.keys()) {
      if (this.parsed.size <= maxTemplates && this.chars <= maxChars) return;
      this.parsed.delete(oldest);
      this.chars -= oldest.length;
    }
  }
}

/** Whether what limits parsing is the same; the rest limits rendering. */
function isSame(a: TemplateLimits, b: TemplateLimits): boolean {
  return a.maxDepth === b.maxDepth && a.maxTokens === b.maxTokens && a.maxSource === b.maxSource;
}
