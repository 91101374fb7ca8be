import { isAlias, isMap, isScalar, type ParsedNode, type Scalar, type YAMLMap } from "yaml";
import type { JsonValue } from "../../core/json.ts";
import { AnchorTable, type Sized } from "../source/anchor-table.ts";
import { strictLimits } from "../source/limits.ts";
import type { ProblemList, Span } from "../source/problem-list.ts";
import { coreScalar } from "./core-scalar.ts";

interface Built extends Sized {
  readonly value: JsonValue;
}

const nothing: Built = { value: null, size: 1 };

/** Makes JSON of the nodes of one document of our own formats. */
export class StrictTree {
  readonly anchors: AnchorTable<Built>;
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
    this.anchors = new AnchorTable(problems, strictLimits);
  }

  build(node: ParsedNode | null): Built {
    if (node === null) return nothing;
    if (isAlias(node)) return this.anchors.resolve(node) ?? nothing;
    return this.anchors.anchored(node, () => {
      this.refuseTag(node);
      if (isScalar(node)) return { value: this.scalar(node), size: 1 };
      if (isMap(node)) return this.map(node);
      const items = node.items.map((item) => this.build(item));
      return { value: items.map(({ value }) => value), size: sizeOf(items) };
    });
  }

  private scalar(node: Scalar.Parsed): JsonValue {
    const text = String(node.value);
    if (node.type !== "PLAIN") return text;
    const value = coreScalar(text);
    if (value !== undefined) return value;
    const message = `the number ${text} cannot be held exactly`;
    const hint = "put it in quotes if it is an id";
    this.problems.error({ code: "number", message, hint, span: node.range });
    return text;
  }

  private map(node: YAMLMap.Parsed): Built {
    const entries = new Map<string, Built>();
    for (const { key, value } of node.items) {
      const name = this.key(key);
      const built = this.build(value);
      if (name === undefined) continue;
      if (entries.has(name)) this.duplicate(name, key.range);
      entries.set(name, built);
    }
    const value = Object.fromEntries([...entries].map(([name, built]) => [name, built.value]));
    return { value, size: sizeOf([...entries.values()]) };
  }

  /** A key is what is written, whatever it would be as a value: `1:` is the key "1". */
  private key(node: ParsedNode): string | undefined {
    if (!isScalar(node)) {
      const message = "a key has to be text";
      this.problems.error({ code: "key", message, span: node.range });
      return undefined;
    }
    const name = keyText(node);
    this.refuseTag(node);
    if (name === "__proto__") {
      this.problems.error({
        code: "key",
        message: `the key "${name}" is reserved`,
        span: node.range,
      });
      return undefined;
    }
    if (name === "<<" && node.type === "PLAIN") {
      const message = "merging with << is not part of YAML 1.2";
      const hint = "repeat the entries, or use an alias for the whole value";
      this.problems.error({ code: "merge", message, hint, span: node.range });
      return undefined;
    }
    return name;
  }

  private duplicate(name: string, span: Span): void {
    const message = `the key "${name}" occurs twice in this mapping`;
    this.problems.error({ code: "duplicate-key", message, hint: "remove one of the two", span });
  }

  private refuseTag({ tag, range }: Exclude<ParsedNode, { tag: never }>): void {
    if (tag === undefined) return;
    const message = `tags are not used in this format: ${tag.replace("tag:yaml.org,2002:", "!!")}`;
    this.problems.error({ code: "tag", message, hint: "remove the tag", span: range });
  }
}

/** The name of an entry in this format. */
export function keyText(key: Scalar.Parsed): string {
  return String(key.value);
}

function sizeOf(parts: readonly Built[]): number {
  return parts.reduce((sum, { size }) => sum + size, 1);
}
