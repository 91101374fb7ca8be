import { didYouMean } from "../../core/text/suggest.ts";
import type { FlowRule } from "../problem/flow-rule.ts";
import type { ConfigNode } from "./config-node.ts";

/** What a mapping that forbids other keys may contain. */
export interface ClosedMapping {
  readonly rule: FlowRule;
  readonly owner: string;
  readonly known: readonly string[];
}

/** Reports the keys that a mapping may not have. Most of a flow's mappings ignore them instead. */
export function reportUnknownKeys(node: ConfigNode, { rule, owner, known }: ClosedMapping): void {
  for (const { key, node: entry } of node.entries()) {
    if (known.includes(key)) continue;
    entry.reportKey({
      rule,
      message: `unknown key "${key}" in ${owner}`,
      hint: didYouMean(key, known),
    });
  }
}
