import { isPyDict, type PyValue } from "../../core/python/py-value.ts";
import { LaxErrors } from "./lax-errors.ts";
import { exact, type Exactness, type LaxType, refused } from "./lax-type.ts";

/** `dict[str, …]`: any keys, with values of one type. */
export function dictType(item: LaxType): LaxType {
  return {
    name: `dict[str,${item.name}]`,
    check(input) {
      if (!isPyDict(input))
        return refused("dict_type", "Input should be a valid dictionary", input);
      const value = new Map<string, PyValue>();
      const errors = new LaxErrors();
      let exactness: Exactness = exact;
      let fieldsSet: number | undefined;
      for (const [key, entry] of input) {
        const checked = item.check(entry);
        if (!checked.ok) {
          errors.addInside(key, checked);
          continue;
        }
        value.set(key, checked.value);
        if (checked.exactness < exactness) exactness = checked.exactness;
        if (checked.fieldsSet !== undefined) fieldsSet = (fieldsSet ?? 0) + checked.fieldsSet;
      }
      return errors.refused() ?? { ok: true, value, exactness, fieldsSet };
    },
  };
}
