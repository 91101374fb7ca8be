import type { NodePath } from "../model/located.ts";
import type { FlowRule } from "../problem/flow-rule.ts";

/** Something wrong in a response schema, and where in it. */
export interface SchemaFinding {
  readonly rule: FlowRule;
  readonly path: NodePath;
  readonly message: string;
  readonly hint?: string | undefined;
}
