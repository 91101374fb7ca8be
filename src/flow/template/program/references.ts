import { type AnyNode, childrenOf } from "../syntax/children.ts";
import type { Expression } from "../syntax/expression.ts";

/** The templates that a template names by constants, in the order in which they stand there. */
export function findReferences(nodes: readonly AnyNode[]): readonly string[] {
  return nodes.flatMap((node) => [...ownReferences(node), ...findReferences(childrenOf(node))]);
}

function ownReferences(node: AnyNode): readonly string[] {
  const names = ["extends", "include", "import", "from"].includes(node.kind);
  return names && "template" in node ? namesIn(node.template) : [];
}

function namesIn(template: Expression): readonly string[] {
  if (template.kind === "tuple" || template.kind === "list") return template.items.flatMap(nameOf);
  return nameOf(template);
}

function nameOf(node: Expression): readonly string[] {
  return node.kind === "const" && typeof node.value === "string" ? [node.value] : [];
}
