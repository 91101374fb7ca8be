import type { Alias, ParsedNode } from "yaml";
import type { SourceLimits } from "./limits.ts";
import type { ProblemList } from "./problem-list.ts";

/** What was made of a node: a value, and how many values it consists of. */
export interface Sized {
  readonly size: number;
}

interface Anchored<T> {
  readonly node: ParsedNode;
  built: T | undefined;
}

/**
 * The anchors of a document in the order in which it is read, so that an alias costs one look-up and
 * shares the value. What all aliases together stand for is bounded: a few lines can say billions.
 */
export class AnchorTable<T extends Sized> {
  private readonly problems: ProblemList;
  private readonly maxValues: number;
  private readonly byName = new Map<string, Anchored<T>>();
  private aliasedValues = 0;

  constructor(problems: ProblemList, { maxAliasedValues }: SourceLimits) {
    this.problems = problems;
    this.maxValues = maxAliasedValues;
  }

  /** Makes the node's value with `build` and remembers it under the node's anchor, if it has one. */
  anchored(node: Exclude<ParsedNode, Alias.Parsed>, build: () => T): T {
    const { anchor } = node;
    if (anchor === undefined) return build();
    const [start] = node.range;
    const span = [start, start] as const;
    if (!/^[\w-]+$/.test(anchor)) {
      const message = `the anchor "&${anchor}" holds characters other than letters, digits, - and _`;
      this.problems.error({ code: "anchor", message, span });
    }
    if (this.byName.has(anchor)) {
      this.problems.error({
        code: "anchor",
        message: `the anchor "&${anchor}" is set twice`,
        span,
      });
    }
    const entry: Anchored<T> = { node, built: undefined };
    this.byName.set(anchor, entry);
    entry.built = build();
    return entry.built;
  }

  /** Whether aliases have been left out because there were too many, after which much looks wrong. */
  get isExhausted(): boolean {
    return this.aliasedValues > this.maxValues;
  }

  /** What an alias stands for; undefined, with a problem, where that is nothing. */
  resolve(alias: Alias.Parsed): T | undefined {
    const entry = this.byName.get(alias.source);
    const built = entry?.built;
    if (built === undefined) {
      const message =
        entry === undefined
          ? `the alias "*${alias.source}" has no anchor before it`
          : `the alias "*${alias.source}" is inside what it stands for`;
      this.problems.error({ code: "anchor", message, span: alias.range });
      return undefined;
    }
    const before = this.aliasedValues;
    this.aliasedValues += built.size;
    if (this.aliasedValues <= this.maxValues) return built;
    if (before <= this.maxValues) {
      const message = `the aliases stand for more than ${this.maxValues} values`;
      this.problems.error({ code: "limit", message, span: alias.range });
    }
    return undefined;
  }

  /** The node that an alias stands for. */
  target(alias: Alias.Parsed): ParsedNode | undefined {
    return this.byName.get(alias.source)?.node;
  }
}
