import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { NodePart, NodePath, RangeOf } from "../node-path.ts";
import type { ParsedSource } from "./parse-source.ts";
import type { Span } from "./problem-list.ts";

/** How a dialect names its keys, and what stands behind an alias. */
export interface Naming {
  keyText(key: Scalar.Parsed): string;
  isMergeKey(key: ParsedNode): boolean;
  target(alias: Alias.Parsed): ParsedNode | undefined;
}

interface Located {
  readonly key?: ParsedNode;
  readonly value: ParsedNode | null;
}

/** Looks ranges up in the nodes when they are asked for, which most never are. */
export function createRangeOf({ root, lines }: ParsedSource, naming: Naming): RangeOf {
  return (path, part = "value") => {
    const span = spanOf(locate({ value: root ?? null }, path, naming), part);
    return span && lines.range(span[0], span[1]);
  };
}

function spanOf(located: Located | undefined, part: NodePart): Span | undefined {
  if (located === undefined) return undefined;
  const { key, value } = located;
  return (part === "key" ? (key ?? value) : (value ?? key))?.range;
}

function locate(from: Located, path: NodePath, naming: Naming): Located | undefined {
  let located: Located | undefined = from;
  for (const segment of path) {
    const node = behind(located?.value ?? null, naming);
    if (isMap(node)) located = findEntry(node, String(segment), naming);
    else if (isSeq(node) && typeof segment === "number") located = itemAt(node.items[segment]);
    else return undefined;
  }
  return located;
}

function itemAt(value: ParsedNode | undefined): Located | undefined {
  return value && { value };
}

function behind(node: ParsedNode | null, naming: Naming): ParsedNode | null {
  return isAlias(node) ? (naming.target(node) ?? null) : node;
}

/** The last of equal keys is the one that counts; what is merged comes after all own keys. */
function findEntry(map: YAMLMap.Parsed, name: string, naming: Naming): Located | undefined {
  const queue: ParsedNode[] = [map];
  const seen = new Set<ParsedNode>();
  for (const next of queue) {
    const node = behind(next, naming);
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    if (isSeq(node)) queue.push(...node.items);
    if (!isMap(node)) continue;
    const own = node.items.findLast(({ key }) => isNamed(key, name, naming));
    if (own !== undefined) return own;
    for (const { key, value } of node.items.toReversed()) {
      if (value !== null && naming.isMergeKey(key)) queue.push(value);
    }
  }
  return undefined;
}

function isNamed(key: ParsedNode, name: string, naming: Naming): boolean {
  const node = behind(key, naming);
  return isScalar(node) && !naming.isMergeKey(node) && naming.keyText(node) === name;
}
