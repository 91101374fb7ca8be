import {
  ConstantWriteNode,
  HashNode,
  KeywordHashNode,
  type loadPrism,
  type Node,
} from "@ruby/prism";
import { definitionKind } from "./is-definition.ts";
import { readHash, type RubyScope } from "./read-literal.ts";
import type { RubyReading } from "./ruby-literals.ts";
import { utf16Offsets } from "./utf16-offsets.ts";

type ParseResult = ReturnType<Awaited<ReturnType<typeof loadPrism>>>;
type Parsed = Exclude<RubyReading, { tooDeep: true }>;

/** How many definitions and errors of one file are told. */
const maxFound = 2000;
/** How many characters a file may say when all its constants are put in their places. */
const maxRead = 2_000_000;

/** The definitions among the hashes of a parsed file, in its order, and what the parser says of it. */
export function readRuby(text: string, { value: program, errors }: ParseResult): Parsed {
  const offsetOf = utf16Offsets(text);
  const spanOf: RubyScope["spanOf"] = ({ startOffset, length }) => {
    return { start: offsetOf(startOffset), end: offsetOf(startOffset + length) };
  };
  const scope: RubyScope = { constants: constantsOf(program), spanOf, budget: { left: maxRead } };
  const hashes: Parsed["hashes"][number][] = [];
  for (const node of walk(program)) {
    const hash = readHash(node, scope);
    if (hashes.length < maxFound && definitionKind(hash) !== undefined) {
      hashes.push({ ...spanOf(node.location), ...hash });
    }
  }
  return {
    errors: errors
      .slice(0, maxFound)
      .map(({ message, location }) => ({ ...spanOf(location), message })),
    hashes: hashes.toSorted((a, b) => a.start - b.start),
  };
}

function constantsOf(program: Node): ReadonlyMap<string, Node> {
  const constants = new Map<string, Node>();
  for (const node of nodesOf(program, () => true)) {
    if (node instanceof ConstantWriteNode) constants.set(node.name, node.value);
  }
  return constants;
}

/**
 * Hashes that may be definitions; what a definition holds is none.
 *
 * @yields them in no particular order
 */
function* walk(program: Node): Generator<HashNode | KeywordHashNode> {
  for (const node of nodesOf(program, isOuter)) {
    if (isHash(node) && mayDefine(node)) yield node;
  }
}

function isOuter(node: Node): boolean {
  return !isHash(node) || !mayDefine(node);
}

function isHash(node: Node): node is HashNode | KeywordHashNode {
  return node instanceof HashNode || node instanceof KeywordHashNode;
}

/** By its keys alone, without reading its values. */
function mayDefine(node: HashNode | KeywordHashNode): boolean {
  const scope: RubyScope = { constants: new Map(), spanOf: () => nowhere, budget: { left: 0 } };
  return definitionKind(readHash(node, scope)) !== undefined;
}

const nowhere: ReturnType<RubyScope["spanOf"]> = { start: 0, end: 0 };

/**
 * Walks from the outside in, without recursion, because files may be deep.
 *
 * @yields every node; what is inside of one only where that is wanted
 */
function* nodesOf(program: Node, wantsInside: (node: Node) => boolean): Generator<Node> {
  const stack: Node[] = [program];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    // Not spread: a list may have more elements than a call may have arguments.
    if (wantsInside(node)) for (const child of node.compactChildNodes()) stack.push(child);
  }
}
