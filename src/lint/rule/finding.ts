import type { Range } from "../../core/position.ts";
import type { NodePath } from "../../flow/index.ts";

/** What a rule found, before it is told as a diagnostic. */
export interface Finding {
  /** Number in the catalog of errors, for rules that cover several. */
  readonly code?: string;
  /** One line, lower case, with the value. */
  readonly message: string;
  /** What to do; the rule's own advice where it is left out. */
  readonly hint?: string | undefined;
  readonly at: NodePath;
  readonly range: Range;
}
