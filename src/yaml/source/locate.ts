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
  const locator = new Locator(naming);
  return (path, part = "value") => {
    const span = spanOf(locator.locate({ value: root ?? null }, path), part);
    return span && lines.range(span[0], span[1]);
  };
}

function spanOf(located: Located | undefined, part: NodePart): Span | undefined {
  if (located === undefined) return undefined;
  const { key, value } = located;
  return (part === "key" ? (key ?? value) : (value ?? key))?.range;
}

class Locator {
  private readonly naming: Naming;
  /** The entries of the mappings that have been looked into, each gone through once. */
  private readonly entries = new WeakMap<YAMLMap.Parsed, ReadonlyMap<string, Located>>();

  constructor(naming: Naming) {
    this.naming = naming;
  }

  locate(from: Located, path: NodePath): Located | undefined {
    let located: Located | undefined = from;
    for (const segment of path) {
      const node = this.behind(located?.value ?? null);
      if (isMap(node)) located = this.entriesOf(node).get(String(segment));
      else if (isSeq(node) && typeof segment === "number") located = itemAt(node.items[segment]);
      else return undefined;
    }
    return located;
  }

  private behind(node: ParsedNode | null): ParsedNode | null {
    return isAlias(node) ? (this.naming.target(node) ?? null) : node;
  }

  private entriesOf(map: YAMLMap.Parsed): ReadonlyMap<string, Located> {
    const known = this.entries.get(map);
    if (known !== undefined) return known;
    const entries = this.collect(map);
    this.entries.set(map, entries);
    return entries;
  }

  /** The last of equal keys is the one that counts; what is merged comes after all own keys. */
  private collect(map: YAMLMap.Parsed): ReadonlyMap<string, Located> {
    const entries = new Map<string, Located>();
    const queue: ParsedNode[] = [map];
    const seen = new Set<ParsedNode>();
    for (const next of queue) {
      const node = this.behind(next);
      if (node === null || seen.has(node)) continue;
      seen.add(node);
      if (isSeq(node)) queue.push(...node.items);
      if (!isMap(node)) continue;
      for (const entry of node.items.toReversed()) {
        if (this.naming.isMergeKey(entry.key)) {
          if (entry.value !== null) queue.push(entry.value);
          continue;
        }
        const name = this.nameOf(entry.key);
        if (name !== undefined && !entries.has(name)) entries.set(name, entry);
      }
    }
    return entries;
  }

  private nameOf(key: ParsedNode): string | undefined {
    const node = this.behind(key);
    if (!isScalar(node) || this.naming.isMergeKey(node)) return undefined;
    return this.naming.keyText(node);
  }
}

function itemAt(value: ParsedNode | undefined): Located | undefined {
  return value && { value };
}
