import type { Range } from "../../core/position.ts";
import type { NodePath } from "../../flow/index.ts";
import type { Fix } from "./fix.ts";
import type { Severity } from "./severity.ts";

/** What a rule found, before it is told as a diagnostic. */
export interface Finding {
  /** Number in the catalog of errors, for rules that cover several. */
  readonly code?: string;
  /** Where it is not as bad as the rule's findings usually are. */
  readonly severity?: Severity;
  /** One line, lower case, with the value. */
  readonly message: string;
  /** What to do; the rule's own advice where it is left out. */
  readonly hint?: string | undefined;
  readonly at: NodePath;
  readonly range: Range;
  readonly fix?: Fix | undefined;
}
