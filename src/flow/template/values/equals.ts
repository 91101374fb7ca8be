import { PyFloat } from "../../../core/python/py-float.ts";
import { maxPyDepth } from "../../../core/python/py-recursion-error.ts";
import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { dictEntries, dictGet, dictSize } from "./dict.ts";
import { type Int, isDict, isList, isNumeric, isText, type Numeric, plain } from "./kinds.ts";
import { type Dict, Slice, Tuple, Undefined, type Value, type ValueList } from "./value.ts";

/** Python's `a == b`. */
export function equals(a: Value, b: Value, budget: Budget): boolean {
  return new Equality(budget).equal(a, b);
}

/** Two values that are one object count as equal inside a container, even NaN. */
export function sameOrEqual(a: Value, b: Value, budget: Budget): boolean {
  return a === b || equals(a, b, budget);
}

/** A number to calculate with: 0 or 1 for a bool. */
export function numberOf(value: Numeric): Int {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : value;
}

class Equality {
  private readonly budget: Budget;
  private depth = 0;

  constructor(budget: Budget) {
    this.budget = budget;
  }

  equal(a: Value, b: Value): boolean {
    this.budget.charge(1);
    if (a === null || b === null) return a === b;
    if (isText(a)) return isText(b) && this.equalTexts(plain(a), plain(b));
    if (isNumeric(a)) return isNumeric(b) && equalNumbers(a, b);
    if (a instanceof Undefined) {
      return b instanceof Undefined && (a.origin.debug ?? false) === (b.origin.debug ?? false);
    }
    if (isList(a)) return isList(b) && this.nested(() => this.equalItems(a, b));
    if (a instanceof Tuple) {
      return b instanceof Tuple && this.nested(() => this.equalItems(a.items, b.items));
    }
    if (isDict(a)) return isDict(b) && this.nested(() => this.equalDicts(a, b));
    if (a instanceof Slice) return b instanceof Slice && this.equalItems(parts(a), parts(b));
    return a === b;
  }

  private equalTexts(a: string, b: string): boolean {
    if (a.length !== b.length) return false;
    this.budget.scan(a.length);
    return a === b;
  }

  private equalItems(a: ValueList, b: ValueList): boolean {
    if (a.length !== b.length) return false;
    return a.every((item, index) => this.same(item, b[index] ?? null));
  }

  private equalDicts(a: Dict, b: Dict): boolean {
    if (dictSize(a) !== dictSize(b)) return false;
    this.budget.charge(dictSize(a));
    return dictEntries(a).every(([key, item]) => {
      const other = dictGet(b, key);
      return other !== undefined && this.same(item, other);
    });
  }

  private same(a: Value, b: Value): boolean {
    return a === b || this.equal(a, b);
  }

  private nested(compare: () => boolean): boolean {
    if (this.depth >= maxPyDepth) {
      raise("RecursionError", "maximum recursion depth exceeded in comparison");
    }
    this.depth += 1;
    const result = compare();
    this.depth -= 1;
    return result;
  }
}

function equalNumbers(a: Numeric, b: Numeric): boolean {
  // Loose equality of number and bigint compares exactly, which no conversion would.
  // oxlint-disable-next-line eqeqeq
  return numberOf(a) == numberOf(b);
}

function parts(slice: Slice): ValueList {
  return [slice.start, slice.stop, slice.step];
}
