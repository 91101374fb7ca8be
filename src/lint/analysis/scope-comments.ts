import type { Range } from "../../core/position.ts";
import { yamlLayout } from "../../flow/index.ts";

/** A comment `# flowproof-scope: out, <reason>`. */
export interface ScopeComment {
  readonly range: Range;
  /** Undefined where the comment does not say `out` and why. */
  readonly reason: string | undefined;
}

const pattern = /^#+[ \t]*flowproof-scope\b:?(.*)$/s;

/** Every comment by which a config says that it is out of the scope of the guidance on secrets. */
export function scopeComments(text: string): readonly ScopeComment[] {
  // Most texts need not be taken apart for it.
  if (!text.includes("flowproof-scope")) return [];
  return yamlLayout(text).comments.flatMap(({ line, column, text: comment }) => {
    const said = pattern.exec(comment)?.[1];
    if (said === undefined) return [];
    const end = { line, column: column + comment.trimEnd().length };
    return [{ range: { start: { line, column }, end }, reason: reasonIn(said) }];
  });
}

function reasonIn(said: string): string | undefined {
  const reason = /^out[ \t]*,(.*)$/s.exec(said.trim())?.[1]?.trim();
  return reason === "" ? undefined : reason;
}
