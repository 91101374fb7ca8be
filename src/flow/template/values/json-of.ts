import { pyJsonFloat, pyJsonString } from "../../../core/python/dump-py-json.ts";
import { PyFloat } from "../../../core/python/py-float.ts";
import { maxPyDepth } from "../../../core/python/py-recursion-error.ts";
import { sortValues } from "../callable/sort-values.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { dictEntries } from "./dict.ts";
import { escapeHtml } from "./escape.ts";
import { intText } from "./int-text.ts";
import { isDict, isInt, isSequence, isText, itemsOf, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import { type Dict, Markup, type Text, Tuple, type Value, type ValueList } from "./value.ts";

/** Python's `json.dumps(value, sort_keys=True)`, on lines of their own when there is an indent. */
export function jsonOf(value: Value, indent: Text | undefined, budget: Budget): string {
  return new JsonWriter(indent, budget).write(value);
}

class JsonWriter {
  private readonly indent: string | undefined;
  /** A safe indent escapes what Python appends to it: the strings in lists, and nothing in dicts. */
  private readonly isSafe: boolean;
  private readonly budget: Budget;
  private depth = 0;

  constructor(indent: Text | undefined, budget: Budget) {
    this.indent = indent === undefined ? undefined : plain(indent);
    this.isSafe = indent instanceof Markup;
    this.budget = budget;
  }

  write(value: Value): string {
    this.budget.charge(1);
    const scalar = this.scalar(value);
    if (scalar !== undefined) return scalar;
    if (isSequence(value)) return this.nested("[]", () => this.items(itemsOf(value)));
    if (isDict(value)) return this.nested("{}", () => this.entries(value));
    return raise("TypeError", `Object of type ${typeNameOf(value)} is not JSON serializable`);
  }

  private scalar(value: Value): string | undefined {
    if (value === null) return "null";
    if (isText(value)) return this.quote(plain(value));
    if (typeof value === "boolean") return String(value);
    if (isInt(value)) return intText(value);
    return value instanceof PyFloat ? pyJsonFloat(value.value) : undefined;
  }

  private quote(text: string): string {
    this.budget.produce(text.length);
    return pyJsonString(text).replace(/[^ -~]/g, (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
    });
  }

  private items(items: ValueList): readonly string[] {
    return items.map((item) => {
      const text = this.write(item);
      return this.isSafe && isText(item) ? escapeHtml(text) : text;
    });
  }

  /** The keys are sorted before they are looked at, so keys without an order fail first. */
  private entries(dict: Dict): readonly string[] {
    const pairs = sortValues(
      dictEntries(dict).map((entry) => new Tuple(entry)),
      { key: (pair) => pair, reverse: false, budget: this.budget },
    );
    return pairs.map((pair) => {
      const [key = null, item = null] = pair instanceof Tuple ? pair.items : [];
      return `${this.key(key)}: ${this.write(item)}`;
    });
  }

  private key(key: Value): string {
    const text = this.scalar(key);
    if (text === undefined) {
      const name = typeNameOf(key);
      return raise("TypeError", `keys must be str, int, float, bool or None, not ${name}`);
    }
    return isText(key) ? text : `"${text}"`;
  }

  private nested(brackets: string, write: () => readonly string[]): string {
    if (this.depth >= maxPyDepth) raise("RecursionError", "maximum recursion depth exceeded");
    this.depth += 1;
    const parts = write();
    this.depth -= 1;
    const [open = "", close = ""] = brackets;
    if (parts.length === 0) return brackets;
    const text = this.lay(open, parts, close);
    this.budget.produce(text.length);
    return text;
  }

  private lay(open: string, parts: readonly string[], close: string): string {
    if (this.indent === undefined) return open + parts.join(", ") + close;
    const outer = this.lineStart(this.depth);
    const inner = this.lineStart(this.depth + 1);
    this.budget.produce(parts.length * inner.length);
    return open + inner + parts.join(`,${inner}`) + outer + close;
  }

  private lineStart(depth: number): string {
    const indent = this.indent ?? "";
    this.budget.checkLength(indent.length * depth);
    return `\n${indent.repeat(depth)}`;
  }
}
