import { pyTruthy } from "../../core/python/py-truthy.ts";
import { isPyList } from "../../core/python/py-value.ts";
import type { SubagentReference } from "../model/agent-component.ts";
import type { ConfigNode } from "./config-node.ts";
import { describeValue } from "./describe-value.ts";

/** The components that a supervisor may delegate to; looked at for every type of component. */
export function readSubagents(component: ConfigNode, owner: string): readonly SubagentReference[] {
  const node = component.child("subagents");
  if (node.value === undefined || !pyTruthy(node.value)) return [];
  if (!isPyList(node.value)) {
    const message = `"subagents" of ${owner} must be a list, not ${describeValue(node.value)}`;
    node.report({ rule: "E88", message, hint: 'write "- name: <component>" for each' });
    return [];
  }
  const seen = new Set<string>();
  return node.items().flatMap((item) => {
    const name = item.child("name");
    if (typeof name.value !== "string") {
      const message = `a subagent of ${owner} must be a mapping with a "name", not ${describeValue(item.value)}`;
      item.report({ rule: "E88", message, hint: 'write "- name: <component>"' });
      return [];
    }
    if (seen.has(name.value)) {
      name.report({ rule: "E89", message: `${owner} names the subagent "${name.value}" twice` });
      return [];
    }
    seen.add(name.value);
    return [{ ...item.located, name: name.value }];
  });
}
