import { isPyList, type PyValue } from "../../core/python/py-value.ts";
import { LaxErrors } from "./lax-errors.ts";
import { type Checked, exact, type Exactness, type LaxType, refused } from "./lax-type.ts";

/** How many items a list may have. */
export interface ListBounds {
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
}

/** `list[…]`: a real list, of which every item is validated. */
export function listType(item: LaxType, { minItems, maxItems }: ListBounds): LaxType {
  return {
    name: `list[${item.name}]`,
    check(input) {
      if (!isPyList(input)) return refused("list_type", "Input should be a valid list", input);
      if (maxItems !== undefined && input.length > maxItems) {
        const told = `at most ${counted(maxItems)} after validation, not ${input.length}`;
        return refused("too_long", `List should have ${told}`, input);
      }
      const checked = collect(input.entries(), item);
      if (!checked.ok || minItems === undefined || input.length >= minItems) return checked;
      const told = `at least ${counted(minItems)} after validation, not ${input.length}`;
      return refused("too_short", `List should have ${told}`, input);
    },
  };
}

function collect(items: Iterable<readonly [number, PyValue]>, type: LaxType): Checked {
  const values: PyValue[] = [];
  const errors = new LaxErrors();
  let exactness: Exactness = exact;
  let fieldsSet: number | undefined;
  for (const [index, item] of items) {
    const checked = type.check(item);
    if (!checked.ok) {
      errors.addInside(index, checked);
      continue;
    }
    values.push(checked.value);
    if (checked.exactness < exactness) exactness = checked.exactness;
    if (checked.fieldsSet !== undefined) fieldsSet = (fieldsSet ?? 0) + checked.fieldsSet;
  }
  return errors.refused() ?? { ok: true, value: values, exactness, fieldsSet };
}

function counted(count: number): string {
  return count === 1 ? "1 item" : `${count} items`;
}
