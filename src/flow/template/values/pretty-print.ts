import { maxPyDepth } from "../../../core/python/py-recursion-error.ts";
import { attempt } from "../callable/attempt.ts";
import { sortBy } from "../callable/sort-values.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { codePointLength } from "../text/code-points.ts";
import { dictEntries, type DictEntry } from "./dict.ts";
import { isDict, isList } from "./kinds.ts";
import { inOrder } from "./order.ts";
import { prettyText } from "./pretty-text.ts";
import { reprOf } from "./repr.ts";
import { typeNameOf } from "./type-name.ts";
import { type Dict, GroupTuple, Tuple, type Value, type ValueList } from "./value.ts";

const lineWidth = 80;

/** Python's `pprint.pformat(value)`. */
export function prettyPrint(value: Value, budget: Budget): string {
  return new PrettyPrinter(budget).print(value, { indent: 0, after: 0, level: 0 });
}

/** Where something is printed: how far in, and how many characters must still fit behind it. */
interface PrettyPlace {
  readonly indent: number;
  readonly after: number;
  readonly level: number;
}

class PrettyPrinter {
  private readonly budget: Budget;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  /** In one line where that fits, else the parts one below the other. */
  print(value: Value, place: PrettyPlace): string {
    const line = this.repr(value, 0);
    const { indent, after } = place;
    if (codePointLength(line) <= lineWidth - indent - after) return line;
    const inside = { ...place, after: after + 1, level: place.level + 1 };
    if (typeof value === "string") {
      return prettyText(value, { indent, after, isWhole: place.level === 0, width: lineWidth });
    }
    if (isDict(value)) return `{${this.entries(value, inside)}}`;
    if (isList(value)) return `[${this.items(value, inside)}]`;
    if (!(value instanceof Tuple) || value instanceof GroupTuple) return line;
    const end = value.items.length === 1 ? ",)" : ")";
    return `(${this.items(value.items, { ...inside, after: after + end.length })}${end}`;
  }

  private items(items: ValueList, { indent, after, level }: PrettyPlace): string {
    const inner = indent + 1;
    const lines = items.map((item, index) => {
      const isLast = index === items.length - 1;
      return this.print(item, { indent: inner, after: isLast ? after : 1, level });
    });
    return this.lay(lines, inner);
  }

  private entries(dict: Dict, { indent, after, level }: PrettyPlace): string {
    const inner = indent + 1;
    const entries = this.sorted(dict);
    const lines = entries.map(([key, value], index) => {
      const name = this.repr(key, 0);
      const isLast = index === entries.length - 1;
      const place = {
        indent: inner + codePointLength(name) + 2,
        after: isLast ? after : 1,
        level,
      };
      return `${name}: ${this.print(value, place)}`;
    });
    return this.lay(lines, inner);
  }

  private lay(lines: readonly string[], indent: number): string {
    const gap = `,\n${" ".repeat(indent)}`;
    const length = lines.reduce((sum, line) => sum + line.length + gap.length, 0);
    this.budget.produce(length);
    return lines.join(gap);
  }

  /** The repr with the keys of every dict sorted. */
  private repr(value: Value, depth: number): string {
    if (depth > maxPyDepth) raise("RecursionError", "maximum recursion depth exceeded");
    this.budget.charge(1);
    const parts = this.parts(value, depth + 1);
    if (parts === undefined) return reprOf(value, this.budget);
    const text = parts.join("");
    this.budget.produce(text.length);
    return text;
  }

  private parts(value: Value, depth: number): readonly string[] | undefined {
    const each = (items: ValueList): string => {
      return items.map((item) => this.repr(item, depth)).join(", ");
    };
    if (isList(value)) return ["[", each(value), "]"];
    if (isDict(value)) {
      const pairs = this.sorted(value).map(([key, item]) => {
        return `${this.repr(key, depth)}: ${this.repr(item, depth)}`;
      });
      return ["{", pairs.join(", "), "}"];
    }
    if (!(value instanceof Tuple) || value instanceof GroupTuple) return undefined;
    return ["(", each(value.items), value.items.length === 1 ? ",)" : ")"];
  }

  /** Keys that have no order are sorted by the name of their type. */
  private sorted(dict: Dict): readonly DictEntry[] {
    const before = ([a]: DictEntry, [b]: DictEntry): boolean => {
      const order = attempt(["TypeError"], () => {
        return inOrder({ left: a, operator: "<", right: b }, this.budget);
      });
      return order ?? typeNameOf(a) < typeNameOf(b);
    };
    return sortBy(dictEntries(dict), before);
  }
}
