import { accepted, exact, type LaxType, refused, strict } from "./lax-type.ts";

/** `Any`, which in a union loses to a type that fits and wins over one that would convert. */
export const anyType: LaxType = { name: "any", check: (input) => accepted(input, strict) };

/** `None`. */
export const noneType: LaxType = {
  name: "none",
  check(input) {
    if (input === null) return accepted(null, exact);
    return refused("none_required", "Input should be None", input);
  },
};

/** `Optional[…]`. */
export function nullableType(inner: LaxType): LaxType {
  return {
    name: `nullable[${inner.name}]`,
    check: (input) => (input === null ? accepted(null, exact) : inner.check(input)),
  };
}
