import { asciiDigits } from "../text/ascii-digits.ts";
import { alike, isText, plain } from "../values/kinds.ts";
import { getItem } from "../values/lookup.ts";
import type { Sandbox } from "../values/sandbox.ts";
import { Undefined, type Value } from "../values/value.ts";

/** Takes something out of a value. */
export type Getter = (value: Value) => Value;

/** What a getter does besides getting. */
export interface GetterOptions {
  /** Instead of what is not there; null for none. */
  readonly fallback?: Value;
  /** Strings are compared without regard to capital letters. */
  readonly ignoreCase?: boolean;
}

/** A getter for a path such as `user.name` or `0.id`, or for the value itself where there is none. */
export function attributeGetter(
  attribute: Value,
  sandbox: Sandbox,
  { fallback = null, ignoreCase = false }: GetterOptions = {},
): Getter {
  const parts = partsOf(attribute);
  return (value) => {
    sandbox.budget.charge(1 + parts.length);
    let found = value;
    for (const part of parts) {
      found = getItem(found, part, sandbox);
      if (fallback !== null && found instanceof Undefined) found = fallback;
    }
    return ignoreCase ? foldCase(found) : found;
  };
}

/** A getter for several paths with commas between, which gives a list. */
export function attributesGetter(
  attribute: Value,
  sandbox: Sandbox,
  options: GetterOptions,
): Getter {
  const paths = isText(attribute)
    ? plain(attribute)
        .split(",")
        .map((path) => alike(attribute, path))
    : [attribute];
  const getters = paths.map((path) => attributeGetter(path, sandbox, options));
  return (value) => getters.map((get) => get(value));
}

function foldCase(value: Value): Value {
  return isText(value) ? alike(value, plain(value).toLowerCase()) : value;
}

function partsOf(attribute: Value): readonly Value[] {
  if (attribute === null) return [];
  if (!isText(attribute)) return [attribute];
  return plain(attribute)
    .split(".")
    .map((part) => {
      return /^\p{Nd}+$/u.test(part) ? Number(asciiDigits(part)) : alike(attribute, part);
    });
}
