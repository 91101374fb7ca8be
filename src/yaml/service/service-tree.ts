import {
  isAlias,
  isMap,
  isScalar,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { pyStr } from "../../core/python/py-str.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { AnchorTable, type Sized } from "../source/anchor-table.ts";
import { serviceLimits } from "../source/limits.ts";
import type { ProblemList, Span } from "../source/problem-list.ts";
import type { YamlProblem } from "../yaml-problem.ts";
import { cutOffText } from "./cut-off-text.ts";
import { type CollectionTag, collectionTag } from "./explicit-tag.ts";
import { isMergeKey, keyIdentity, resolveKey, written } from "./mapping-key.ts";
import type { NonStringKey } from "./non-string-key.ts";
import { resolveScalar, type ScalarKind, unknownTag } from "./service-scalar.ts";

interface Built extends Sized {
  readonly value: PyValue;
  /** Of a scalar. */
  readonly kind?: ScalarKind;
}

interface Entry {
  readonly identity: string;
  readonly key: string;
  readonly value: PyValue;
}

const nothing: Built = { value: null, size: 1, kind: "null" };

/** Makes Python's values of the nodes of one document, as PyYAML's constructor does. */
export class ServiceTree {
  readonly anchors: AnchorTable<Built>;
  readonly nonStringKeys: NonStringKey[] = [];
  private readonly problems: ProblemList;
  private readonly text: string;
  private readonly textOf: (node: Scalar.Parsed) => string;
  private readonly path: (string | number)[] = [];

  constructor(problems: ProblemList, text: string) {
    this.problems = problems;
    this.text = text;
    this.textOf = cutOffText(text, problems);
    this.anchors = new AnchorTable(problems, serviceLimits);
  }

  build(node: ParsedNode | null): Built {
    if (node === null) return nothing;
    if (isAlias(node)) return this.anchors.resolve(node) ?? nothing;
    return this.anchors.anchored(node, () => {
      if (isScalar(node)) return this.scalar(node);
      return isMap(node) ? this.map(node) : this.list(node);
    });
  }

  private scalar(node: Scalar.Parsed): Built {
    const { kind, value, problem } = resolveScalar({ ...written(node), text: this.textOf(node) });
    this.report(problem, node.range);
    return { kind, value, size: 1 };
  }

  private map(node: YAMLMap.Parsed): Built {
    const tag = this.tagOf(node, ["map", "set"]);
    const merged: Entry[] = [];
    const own: Entry[] = [];
    const seen = new Set<string>();
    let size = 1;
    for (const pair of node.items) {
      if (isMergeKey(pair.key)) {
        const built = this.build(pair.value);
        merged.push(...this.mergedEntries(built.value, (pair.value ?? pair.key).range));
        size += built.size;
        continue;
      }
      if (node.flow !== true) this.checkWritten(pair.key);
      const key = this.key(pair.key);
      const built = this.entryValue(pair, key);
      size += built.size;
      if (key === undefined) continue;
      if (seen.has(key.identity)) this.duplicate(key.text, pair.key.range);
      seen.add(key.identity);
      own.push({ identity: key.identity, key: key.text, value: built.value });
    }
    const dict = dictOf(merged, own);
    return { value: tag === "set" ? [...dict.keys()] : dict, size };
  }

  /** A line that begins with a colon has an empty key for the library. */
  private checkWritten({ range: [start, end] }: ParsedNode): void {
    if (start < end || this.text.charAt(start) !== ":") return;
    const message = "a key is missing before the colon";
    this.problems.error({ code: "syntax", message, span: [start, start + 1] });
  }

  /** The entry's value, read with the entry's path. */
  private entryValue(pair: Pair<ParsedNode, ParsedNode | null>, key: Key | undefined): Built {
    this.path.push(key?.text ?? "");
    if (key !== undefined && key.kind !== "str") {
      this.nonStringKeys.push({ path: [...this.path], kind: key.kind });
    }
    const built = this.build(pair.value);
    this.path.pop();
    return built;
  }

  private key(node: ParsedNode): Key | undefined {
    const { value, kind = "str" } = isScalar(node)
      ? this.anchors.anchored(node, () => this.scalarKey(node))
      : this.build(node);
    if (isPyDict(value) || isPyList(value)) {
      this.problems.error({
        code: "key",
        message: `a ${isPyDict(value) ? "mapping" : "list"} cannot be a key`,
        hint: 'put text that begins with a bracket in quotes, as in "{{ name }}"',
        span: node.range,
      });
      return undefined;
    }
    return { text: pyStr(value), kind, identity: keyIdentity(value) };
  }

  private scalarKey(node: Scalar.Parsed): Built {
    const { kind, value, problem } = resolveKey(written(node));
    if (problem?.severity === "error") this.report(problem, node.range);
    return { kind, value, size: 1 };
  }

  private list(node: YAMLSeq.Parsed): Built {
    const tag = this.tagOf(node, ["seq", "omap", "pairs"]);
    const value: PyValue[] = [];
    let size = 1;
    for (const [index, item] of node.items.entries()) {
      this.path.push(index);
      const built = this.build(item);
      this.path.pop();
      size += built.size;
      const isPair = tag === "omap" || tag === "pairs";
      value.push(isPair ? this.onlyEntry(built.value, item.range) : built.value);
    }
    return { value, size };
  }

  /** An item of `!!omap` or `!!pairs`: a mapping of one entry, which becomes a pair. */
  private onlyEntry(value: PyValue, span: Span): PyValue {
    const [entry, second] = isPyDict(value) ? value : [];
    if (entry !== undefined && second === undefined) return entry;
    const message = "an ordered map consists of mappings with one entry each";
    this.problems.error({ code: "tag", message, span });
    return value;
  }

  /** Of several mappings to merge, the first wins, so it comes last. */
  private mergedEntries(value: PyValue, span: Span): Entry[] {
    if (isPyDict(value)) {
      return [...value].map(([key, item]) => ({ identity: keyIdentity(key), key, value: item }));
    }
    if (isPyList(value) && value.every(isPyDict)) {
      return value.toReversed().flatMap((dict) => this.mergedEntries(dict, span));
    }
    if (this.anchors.isExhausted) return [];
    const message = "only a mapping, or a list of mappings, can be merged with <<";
    this.problems.error({ code: "merge", message, span });
    return [];
  }

  private tagOf(
    { tag, range }: YAMLMap.Parsed | YAMLSeq.Parsed,
    allowed: readonly CollectionTag[],
  ): CollectionTag | undefined {
    if (tag === undefined) return undefined;
    const name = collectionTag(tag);
    if (name !== undefined && allowed.includes(name)) return name;
    this.report(unknownTag(tag), range);
    return undefined;
  }

  private duplicate(key: string, span: Span): void {
    const message = `the key "${key}" occurs twice in this mapping; the service keeps the last`;
    const hint = "remove one of the two";
    this.problems.warning({ code: "duplicate-key", message, hint, span });
  }

  private report(problem: Omit<YamlProblem, "range"> | undefined, span: Span): void {
    if (problem === undefined) return;
    const { severity, ...finding } = problem;
    this.problems[severity]({ ...finding, span });
  }
}

interface Key {
  readonly text: string;
  readonly kind: ScalarKind;
  readonly identity: string;
}

/** As in Python, a key stays where it first occurred, and under the name that it first had. */
function dictOf(merged: readonly Entry[], own: readonly Entry[]): PyDict {
  const dict = new Map<string, PyValue>();
  const names = new Map<string, string>();
  for (const { identity, key, value } of [...merged, ...own]) {
    const name = names.get(identity) ?? key;
    names.set(identity, name);
    dict.set(name, value);
  }
  return dict;
}
