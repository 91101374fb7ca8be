import {
  ArrayNode,
  AssocNode,
  CallNode,
  ConstantPathNode,
  ConstantReadNode,
  FalseNode,
  FloatNode,
  HashNode,
  IntegerNode,
  InterpolatedStringNode,
  KeywordHashNode,
  NilNode,
  type Node,
  ParenthesesNode,
  StatementsNode,
  StringNode,
  SymbolNode,
  TrueNode,
} from "@ruby/prism";
import { defaultFlowVersion, privilegesByNumber } from "../vocabulary.ts";
import type { RubyHash, RubyLiteral, Span } from "./ruby-literals.ts";

/** What the file says elsewhere that a literal may need. */
export interface RubyScope {
  /** The expressions of the file's own constants, by their names. */
  readonly constants: ReadonlyMap<string, Node>;
  readonly spanOf: (location: Node["location"]) => Span;
  /** What is left to be read, so that constants that name constants cannot make more and more. */
  readonly budget: { left: number };
}

/** How many literals may stand inside of each other, constants that name constants included. */
const maxDepth = 40;
/** What a literal takes in memory besides its text, in characters. */
const cost = 8;

/** Reads an expression as far as it is written out. Nothing is run: whatever would have to be is unknown. */
function readLiteral(node: Node, scope: RubyScope, depth = 0): RubyLiteral {
  const span = scope.spanOf(node.location);
  const scalar = scalarOf(node);
  scope.budget.left -= typeof scalar === "string" ? scalar.length + cost : cost;
  if (depth > maxDepth || scope.budget.left < 0) return { ...span, type: "unknown" };
  if (scalar !== undefined) return { ...span, type: "scalar", value: scalar };
  if (node instanceof ArrayNode) {
    const items = node.elements.map((element) => readLiteral(element, scope, depth + 1));
    return { ...span, type: "list", items };
  }
  if (node instanceof HashNode || node instanceof KeywordHashNode) {
    return { ...span, ...readHash(node, scope, depth) };
  }
  const other = standIn(node, scope);
  if (typeof other === "string") return { ...span, type: "scalar", value: other };
  if (other === undefined) return { ...span, type: "unknown" };
  // What a constant holds is said where the constant is used.
  const read = readLiteral(other, scope, depth + 1);
  return node instanceof ConstantReadNode ? { ...read, ...span } : read;
}

/** Reads the entries of a hash. */
export function readHash(
  { elements }: HashNode | KeywordHashNode,
  scope: RubyScope,
  depth = 0,
): RubyHash {
  let open = false;
  const entries: RubyHash["entries"][number][] = [];
  for (const element of elements) {
    const key = element instanceof AssocNode ? scalarOf(element.key) : undefined;
    if (element instanceof AssocNode && typeof key === "string") {
      const keySpan = keySpanOf(element.key, scope);
      entries.push({ key, keySpan, value: readLiteral(element.value, scope, depth + 1) });
    } else {
      open = true;
    }
  }
  return { type: "map", entries, open };
}

/** A symbol before its value has a colon that is not part of its name. */
function keySpanOf(key: Node, { spanOf }: RubyScope): Span {
  return spanOf(key instanceof SymbolNode ? (key.valueLoc ?? key.location) : key.location);
}

function scalarOf(node: Node): string | number | boolean | null | undefined {
  if (node instanceof StringNode || node instanceof SymbolNode) {
    return node.unescaped.validEncoding ? node.unescaped.value : undefined;
  }
  if (node instanceof InterpolatedStringNode) return joined(node);
  if (node instanceof IntegerNode) {
    // Larger numbers are a bigint, which this is false for as well.
    return Number.isSafeInteger(node.value) ? node.value : undefined;
  }
  if (node instanceof FloatNode) return Number.isFinite(node.value) ? node.value : undefined;
  if (node instanceof TrueNode) return true;
  if (node instanceof FalseNode) return false;
  return node instanceof NilNode ? null : undefined;
}

/** Strings side by side, and the lines of a heredoc; with something else among them it is unknown. */
function joined({ parts }: InterpolatedStringNode): string | undefined {
  const texts = parts.map((part) => scalarOf(part));
  return texts.every((text) => typeof text === "string") ? texts.join("") : undefined;
}

/** What an expression stands for: a text, or another expression; undefined where that is not known. */
function standIn(node: Node, { constants }: RubyScope): string | Node | undefined {
  if (node instanceof ConstantReadNode) return constants.get(node.name) ?? known(node.name);
  if (node instanceof ConstantPathNode) return ofPath(node);
  if (node instanceof CallNode) return ofCall(node);
  if (!(node instanceof ParenthesesNode) || !(node.body instanceof StatementsNode))
    return undefined;
  const [only, ...others] = node.body.body;
  return others.length === 0 ? only : undefined;
}

const privileges: ReadonlySet<string> = new Set(privilegesByNumber.values());

/** `…::AgentPrivileges::USE_GIT` is the privilege use_git. */
function ofPath({ name, parent }: ConstantPathNode): string | undefined {
  if (name === null) return undefined;
  const isPrivilege = parent !== null && lastName(parent) === "AgentPrivileges";
  if (!isPrivilege) return known(name);
  const privilege = name.toLowerCase();
  return privileges.has(privilege) ? privilege : name;
}

function known(constant: string): string | undefined {
  return constant === "DEFAULT_FLOW_VERSION" ? defaultFlowVersion : undefined;
}

function lastName(node: Node): string | undefined {
  if (node instanceof ConstantReadNode) return node.name;
  return node instanceof ConstantPathNode ? (node.name ?? undefined) : undefined;
}

/** Calls that give back what they are called on. */
const identities: ReadonlySet<string> = new Set(["deep_freeze", "dup", "freeze", "to_s", "to_sym"]);
const translations: ReadonlySet<string> = new Set(["_", "N_", "s_"]);

function ofCall({ name, receiver, arguments_: given, block }: CallNode): string | Node | undefined {
  const [argument, ...others] = given === null ? [] : given.compactChildNodes();
  if (block !== null || others.length > 0) return undefined;
  if (receiver !== null && argument === undefined)
    return identities.has(name) ? receiver : undefined;
  const text = argument === undefined ? undefined : scalarOf(argument);
  if (typeof text !== "string") return undefined;
  if (receiver === null) return translations.has(name) ? withoutNamespace(name, text) : undefined;
  // `EVENT_TYPES[:mention]` is the number of the event mention.
  const isLookup = (name === "[]" || name === "fetch") && lastName(receiver) === "EVENT_TYPES";
  return isLookup ? text : undefined;
}

/** `s_("FoundationalFlow|Developer")` is shown as "Developer". */
function withoutNamespace(name: string, text: string): string {
  return name === "s_" ? text.slice(text.lastIndexOf("|") + 1) : text;
}
