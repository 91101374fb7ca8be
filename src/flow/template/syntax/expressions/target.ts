import { failSource } from "../../lexer/source-error.ts";
import type { Expression } from "../expression.ts";
import type { Parser } from "../parser.ts";
import type { NameTarget, NamespaceTarget, Target } from "../statement.ts";
import { parsePrimary } from "./primary.ts";
import { parseTuple } from "./tuple.ts";

/** What may be assigned to. */
export interface TargetOptions {
  /** `name.attribute` is accepted too. */
  readonly namespace?: boolean;
}

/** What can stand left of an assignment: names, also several with commas between. */
export function parseTarget(parser: Parser, options: TargetOptions = {}): Target {
  const { at } = parser.tokens.current;
  const found = new Map<Expression, NamespaceTarget>();
  const node = parseTuple(parser, {
    item: (inner) => parseTargetItem(inner, options.namespace === true ? found : undefined),
  });
  return toTarget(node, { found, at });
}

/** A single name to assign to. */
export function parseTargetName({ tokens }: Parser): NameTarget {
  const { text, at } = tokens.expect("name");
  if (constants.has(text)) return failSource("can't assign to 'name'", at);
  return { kind: "target", name: text, at };
}

const constants: ReadonlySet<string> = new Set(["true", "false", "none", "True", "False", "None"]);

function parseTargetItem(
  parser: Parser,
  namespaces: Map<Expression, NamespaceTarget> | undefined,
): Expression {
  const { tokens } = parser;
  const node = parsePrimary(parser);
  if (namespaces === undefined || node.kind !== "name" || !tokens.skipIf("dot")) return node;
  tokens.expect("name");
  namespaces.set(node, { kind: "namespace-target", name: node.name, at: node.at });
  return node;
}

interface TargetContext {
  readonly found: ReadonlyMap<Expression, NamespaceTarget>;
  readonly at: number;
}

function toTarget(node: Expression, context: TargetContext): Target {
  const namespace = context.found.get(node);
  if (namespace !== undefined) return namespace;
  if (node.kind === "name") return { kind: "target", name: node.name, at: node.at };
  if (node.kind !== "tuple") return failSource(`can't assign to '${node.kind}'`, context.at);
  return {
    kind: "tuple-target",
    items: node.items.map((item) => toTarget(item, context)),
    at: node.at,
  };
}
