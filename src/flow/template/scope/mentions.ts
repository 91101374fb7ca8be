import type { Budget } from "../runtime/budget.ts";
import { type AnyNode, childrenOf } from "../syntax/children.ts";

/** Which of these names are read before something of that name is assigned to. Blocks are others' business. */
export function findMentions(
  nodes: readonly AnyNode[],
  names: readonly string[],
  budget: Budget,
): ReadonlySet<string> {
  const wanted = new Set(names);
  const found = new Set<string>();
  const visit = (node: AnyNode): void => {
    budget.charge(1);
    if (node.kind === "block") return;
    if (node.kind === "name" && wanted.has(node.name)) found.add(node.name);
    else if (node.kind === "target") wanted.delete(node.name);
    else childrenOf(node).forEach(visit);
  };
  nodes.forEach(visit);
  return found;
}

/** Where the name is assigned to, other than as a parameter; undefined where it is not. */
export function findStore(node: AnyNode, name: string, budget: Budget): number | undefined {
  budget.charge(1);
  if (node.kind === "target") return node.name === name ? node.at : undefined;
  for (const child of childrenOf(node)) {
    if (isTarget(child) && isParameter(node)) continue;
    const at = findStore(child, name, budget);
    if (at !== undefined) return at;
  }
  return undefined;
}

function isTarget({ kind }: AnyNode): boolean {
  return kind === "target" || kind === "tuple-target";
}

function isParameter({ kind }: AnyNode): boolean {
  return kind === "with" || kind === "macro" || kind === "call-block";
}
