import { pyFloatRepr } from "../../../core/python/py-float-repr.ts";
import { PyFloat } from "../../../core/python/py-float.ts";
import { maxPyDepth } from "../../../core/python/py-recursion-error.ts";
import { pyStrRepr } from "../../../core/python/py-str-repr.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { intText } from "./int-text.ts";
import { isList } from "./kinds.ts";
import {
  Generator,
  KeyedDict,
  Markup,
  NativeObject,
  Slice,
  Tuple,
  Undefined,
  type Value,
  type ValueList,
} from "./value.ts";

/** Python's `repr(value)`. */
export function reprOf(value: Value, budget: Budget): string {
  return new ReprWriter(budget).write(value);
}

class ReprWriter {
  private readonly budget: Budget;
  private depth = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  write(value: Value): string {
    this.budget.charge(1);
    if (value === null) return "None";
    if (typeof value === "string") return this.quote(value);
    if (typeof value === "boolean") return value ? "True" : "False";
    if (typeof value === "number" || typeof value === "bigint") return intText(value);
    if (value instanceof PyFloat) return pyFloatRepr(value.value);
    if (value instanceof Undefined) return "Undefined";
    if (value instanceof Markup) return `Markup(${this.quote(value.text)})`;
    if (value instanceof Generator || value instanceof NativeObject) return value.repr;
    return this.nested(value);
  }

  private nested(
    value: ValueList | Tuple | Slice | KeyedDict | ReadonlyMap<string, Value>,
  ): string {
    if (this.depth >= maxPyDepth) {
      raise(
        "RecursionError",
        "maximum recursion depth exceeded while getting the repr of an object",
      );
    }
    this.depth += 1;
    const text = this.container(value);
    this.depth -= 1;
    return text;
  }

  private container(
    value: ValueList | Tuple | Slice | KeyedDict | ReadonlyMap<string, Value>,
  ): string {
    if (isList(value))
      return this.join(
        "[",
        value.map((item) => this.write(item)),
        "]",
      );
    if (value instanceof Tuple) {
      const items = value.items.map((item) => this.write(item));
      return this.join("(", items, items.length === 1 ? ",)" : ")");
    }
    if (value instanceof Slice) {
      const parts = [value.start, value.stop, value.step].map((part) => this.write(part));
      return this.join("slice(", parts, ")");
    }
    const pairs = value instanceof KeyedDict ? value.items.values() : value.entries();
    const items: string[] = [];
    for (const [key, item] of pairs) items.push(`${this.write(key)}: ${this.write(item)}`);
    return this.join("{", items, "}");
  }

  private quote(text: string): string {
    this.budget.scan(text.length);
    return pyStrRepr(text);
  }

  private join(open: string, items: readonly string[], close: string): string {
    const text = open + items.join(", ") + close;
    this.budget.produce(text.length);
    return text;
  }
}
