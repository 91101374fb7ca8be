import type { Range } from "../../core/position.ts";
import { isPyDict, isPyList, type PyDict, type PyValue } from "../../core/python/py-value.ts";
import { toPointer } from "../../core/text/pointer.ts";
import type { NonStringKey, ServiceYaml } from "../../yaml/index.ts";
import type { FlowVersion } from "../model/flow.ts";
import type { Located, NodePath } from "../model/located.ts";
import type { FlowProblem } from "../problem/flow-problem.ts";
import type { FlowRule } from "../problem/flow-rule.ts";
import { LazyRange } from "./lazy-range.ts";

/** The file that is being read, and what has been found wrong in it so far. */
export class ConfigSource {
  readonly yaml: ServiceYaml;
  /** Which format the file says that it has; the two differ in a few fields. */
  version: FlowVersion = "v1";
  readonly problems: FlowProblem[] = [];
  readonly keyKinds: ReadonlyMap<string, NonStringKey["kind"]>;

  constructor(yaml: ServiceYaml) {
    this.yaml = yaml;
    this.keyKinds = new Map(yaml.nonStringKeys.map(({ path, kind }) => [toPointer(path), kind]));
  }
}

/** Says what is wrong with a node: a rule, a line of text and perhaps what to do. */
export interface Report {
  readonly rule: FlowRule;
  readonly message: string;
  readonly hint?: string | undefined;
}

const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A value in a flow's file that knows its place, and through which problems are reported. */
export class ConfigNode implements Located {
  readonly value: PyValue | undefined;
  readonly at: NodePath;
  readonly source: ConfigSource;

  constructor(source: ConfigSource, value: PyValue | undefined, at: NodePath = []) {
    this.source = source;
    this.value = value;
    this.at = at;
  }

  /** Of the value; of the nearest part around it where it is not written. */
  get range(): Range {
    return this.place("value");
  }

  /** Of the key of this entry. */
  get keyRange(): Range {
    return this.place("key");
  }

  /** Path and range, to put into the model. */
  get located(): Located {
    return { at: this.at, range: new LazyRange(() => this.range) };
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  get dict(): PyDict | undefined {
    return isPyDict(this.value) ? this.value : undefined;
  }

  child(key: string): ConfigNode {
    return new ConfigNode(this.source, this.dict?.get(key), [...this.at, key]);
  }

  /** The entries of a mapping; none of anything else. */
  entries(): readonly { readonly key: string; readonly node: ConfigNode }[] {
    return [...(this.dict?.keys() ?? [])].map((key) => ({ key, node: this.child(key) }));
  }

  /** The items of a list; none of anything else. */
  items(): readonly ConfigNode[] {
    if (!isPyList(this.value)) return [];
    return this.value.map((item, index) => new ConfigNode(this.source, item, [...this.at, index]));
  }

  /** How YAML reads the key of this entry when that is not a string: `true:`, `1:`, `null:`. */
  get keyKind(): NonStringKey["kind"] | undefined {
    return this.source.keyKinds.get(toPointer(this.at));
  }

  report(report: Report): void {
    this.add(report, this.range);
  }

  /** Points at the key, for what is wrong with the entry as such. */
  reportKey(report: Report): void {
    this.add(report, this.keyRange);
  }

  private add(report: Report, range: Range): void {
    this.source.problems.push({ ...report, at: this.at, range });
  }

  private place(part: "key" | "value"): Range {
    const { rangeOf } = this.source.yaml;
    for (let length = this.at.length; length >= 0; length -= 1) {
      const range = rangeOf(this.at.slice(0, length), part);
      if (range !== undefined) return range;
    }
    return fileStart;
  }
}
