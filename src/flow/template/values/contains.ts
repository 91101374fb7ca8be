import { raise } from "../python-exception.ts";
import type { Budget } from "../runtime/budget.ts";
import { TextSearch } from "../text/text-search.ts";
import { findCursor } from "./cursor.ts";
import { dictHas } from "./dict.ts";
import { sameOrEqual } from "./equals.ts";
import { isDict, isText, plain } from "./kinds.ts";
import { typeNameOf } from "./type-name.ts";
import type { Value } from "./value.ts";

/** Python's `item in container`, which reads a generator up to the item. */
export function contains(container: Value, item: Value, budget: Budget): boolean {
  if (isText(container)) {
    if (!isText(item)) {
      const name = typeNameOf(item);
      raise("TypeError", `'in <string>' requires string as left operand, not ${name}`);
    }
    budget.scan(plain(container).length + plain(item).length);
    return new TextSearch(plain(item)).find(plain(container), 0) >= 0;
  }
  if (isDict(container)) return dictHas(container, item);
  const cursor =
    findCursor(container, budget) ??
    raise("TypeError", `argument of type '${typeNameOf(container)}' is not iterable`);
  for (let next = cursor.next(); next !== undefined; next = cursor.next()) {
    if (sameOrEqual(next, item, budget)) return true;
  }
  return false;
}
