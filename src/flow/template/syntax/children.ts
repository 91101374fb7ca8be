import type { Arguments, Expression } from "./expression.ts";
import type { DataNode, Signature, Statement, Target } from "./statement.ts";

/** Whatever a template can be made of. */
export type AnyNode = Statement | Expression | Target | DataNode;

/** What stands directly in a node, in the order in which Jinja2 walks it. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  switch (node.kind) {
    case "output":
      return node.parts;
    case "for":
      return [node.target, node.items, ...node.body, ...node.otherwise, ...optional(node.test)];
    case "if":
      return [...node.branches.flatMap(({ test, body }) => [test, ...body]), ...node.otherwise];
    case "set":
      return [node.target, node.value];
    case "set-block":
      return [node.target, ...optional(node.filter), ...node.body];
    case "with":
      return [
        ...node.assignments.map(({ target }) => target),
        ...node.assignments.map(({ value }) => value),
        ...node.body,
      ];
    case "filter-block":
      return [...node.body, node.filter];
    case "autoescape":
      return [node.enabled, ...node.body];
    case "block":
      return node.body;
    case "extends":
    case "include":
    case "import":
    case "from":
      return [node.template];
    case "macro":
      return [...ofSignature(node.signature), ...node.body];
    case "call-block":
      return [node.call, ...ofSignature(node.signature), ...node.body];
    case "data":
    case "target":
    case "namespace-target":
      return [];
    case "tuple-target":
      return node.items;
    case "const":
    case "name":
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
      return partsOf(node);
  }
  return neverReached(node);
}

/** The expressions directly in an expression. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "const":
    case "name":
      return [];
    case "getattr":
      return [node.object];
    case "getitem":
      return [node.object, node.key];
    case "slice":
      return [...optional(node.start), ...optional(node.stop), ...optional(node.step)];
    case "call":
      return [node.callee, ...ofArguments(node.args)];
    case "filter":
    case "test":
      return [...optional(node.input), ...ofArguments(node.args)];
    case "tuple":
    case "list":
      return node.items;
    case "dict":
      return node.pairs.flatMap(({ key, value }) => [key, value]);
    case "condexpr":
      return [node.test, node.value, ...optional(node.otherwise)];
    case "arithmetic":
    case "multiplication":
    case "and":
    case "or":
      return [node.left, node.right];
    case "sign":
    case "not":
      return [node.operand];
    case "compare":
      return [node.first, ...node.rest.map(({ operand }) => operand)];
    case "concat":
      return node.operands;
  }
  return neverReached(node);
}

/** Fails to compile when a kind of node is missing above. */
function neverReached(node: never): never {
  return node;
}

function ofArguments({
  positional,
  keywords,
  rest,
  keywordRest,
}: Arguments): readonly Expression[] {
  const named = keywords.map(({ value }) => value);
  return [...positional, ...named, ...optional(rest), ...optional(keywordRest)];
}

function ofSignature({ parameters, defaults }: Signature): readonly AnyNode[] {
  return [...parameters, ...defaults];
}

function optional<T>(node: T | undefined): readonly T[] {
  return node === undefined ? [] : [node];
}
