import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { dictGet } from "./dict.ts";
import { isDict, isList } from "./kinds.ts";
import { orElse } from "./or-else.ts";
import { reprOf } from "./repr.ts";
import { failUndefined } from "./undefined.ts";
import { NativeObject, Tuple, Undefined, type Value } from "./value.ts";

/** Hands the values right of a `%` to its directives, one after the other or by key. */
export class PercentArguments {
  private readonly source: Value;
  private readonly budget: Budget;
  private waiting: Value[];

  constructor(source: Value, budget: Budget) {
    this.source = source;
    this.budget = budget;
    this.waiting = source instanceof Tuple ? [...source.items].toReversed() : [source];
  }

  next(): Value {
    return orElse(this.waiting.pop(), () => this.missing());
  }

  needMapping(): void {
    if (!this.isMapping) raise("TypeError", "format requires a mapping");
  }

  /** Takes the value of a key as the only value that is left. */
  select(key: string): void {
    this.waiting = [this.lookUp(key)];
  }

  /** Values that no directive asked for are a mistake, unless they could have been asked for by key. */
  finish(): void {
    if (this.waiting.length === 0 || this.isMapping) return;
    raise("TypeError", "not all arguments converted during string formatting");
  }

  /** Whatever has items by key for Python, and is not a string or a tuple. */
  private get isMapping(): boolean {
    const { source } = this;
    if (source instanceof NativeObject) return source.typeName === "TemplateReference";
    return isDict(source) || isList(source) || source instanceof Undefined;
  }

  private lookUp(key: string): Value {
    const { source, budget } = this;
    if (source instanceof Undefined) failUndefined(source, budget);
    if (isList(source)) raise("TypeError", "list indices must be integers or slices, not str");
    const found = isDict(source) ? dictGet(source, key) : undefined;
    return orElse(found, () => raise("KeyError", reprOf(key, budget)));
  }

  private missing(): never {
    raise("TypeError", "not enough arguments for format string");
  }
}
