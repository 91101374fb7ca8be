import { type AnyNode, childrenOf } from "../syntax/children.ts";
import type { IfBranch, IfNode, Target } from "../syntax/statement.ts";
import type { Symbols } from "./symbols.ts";

/**
 * Notes which names a node reads and sets in the scope it stands in. Of a node that begins a scope
 * of its own only what belongs to the outer scope is looked at.
 */
export function visitSymbols(node: AnyNode, symbols: Symbols): void {
  switch (node.kind) {
    case "name":
    case "namespace-target":
      symbols.load(node.name);
      return;
    case "target":
      symbols.store(node.name);
      return;
    case "if":
      visitIf(node, symbols);
      return;
    case "macro":
      symbols.store(node.name);
      return;
    case "import":
      visitSymbols(node.template, symbols);
      symbols.store(node.name);
      return;
    case "from":
      visitSymbols(node.template, symbols);
      for (const { alias } of node.names) symbols.store(alias);
      return;
    case "set":
      visitSymbols(node.value, symbols);
      visitSymbols(node.target, symbols);
      return;
    case "for":
      visitSymbols(node.items, symbols);
      return;
    case "call-block":
      visitSymbols(node.call, symbols);
      return;
    case "filter-block":
      visitSymbols(node.filter, symbols);
      return;
    case "with":
      visitAll(
        node.assignments.map(({ value }) => value),
        symbols,
      );
      return;
    case "set-block":
      visitSymbols(node.target, symbols);
      return;
    case "autoescape":
    case "block":
      return;
    case "tuple-target":
    case "data":
    case "output":
    case "extends":
    case "include":
    case "const":
    case "getattr":
    case "getitem":
    case "slice":
    case "call":
    case "filter":
    case "test":
    case "tuple":
    case "list":
    case "dict":
    case "condexpr":
    case "arithmetic":
    case "multiplication":
    case "and":
    case "or":
    case "sign":
    case "not":
    case "compare":
    case "concat":
      visitAll(childrenOf(node), symbols);
  }
}

/** Notes the names of several nodes, one after the other. */
export function visitAll(nodes: readonly AnyNode[], symbols: Symbols): void {
  for (const node of nodes) visitSymbols(node, symbols);
}

/** The names of a target as parameters: they have their values when the scope begins. */
export function declareTarget(target: Target, symbols: Symbols): void {
  if (target.kind === "target") symbols.declareParameter(target.name);
  else if (target.kind === "namespace-target") symbols.load(target.name);
  else for (const item of target.items) declareTarget(item, symbols);
}

function visitIf({ branches, otherwise }: IfNode, symbols: Symbols): void {
  const [first, ...rest] = branches;
  visitSymbols(first.test, symbols);
  const bodies = [symbols.copy(), symbols.copy(), symbols.copy()] as const;
  visitAll(first.body, bodies[0]);
  for (const branch of rest) visitElif(branch, bodies[1]);
  visitAll(otherwise, bodies[2]);
  symbols.mergeBranches(bodies);
}

function visitElif({ test, body }: IfBranch, symbols: Symbols): void {
  visitSymbols(test, symbols);
  const inside = symbols.copy();
  visitAll(body, inside);
  symbols.mergeBranches([inside]);
}
