import { raise } from "../python-exception.ts";
import { numberOf } from "../values/equals.ts";
import { type Int, isIndex } from "../values/kinds.ts";
import { typeNameOf } from "../values/type-name.ts";
import { NativeObject, type Value } from "../values/value.ts";

/** Python's sizes are 64 bits wide. */
const maxSize = 2n ** 63n - 1n;

/** An argument that Python wants as an int of the machine. */
export function intArgument(value: Value): number {
  const int = indexArgument(value);
  if (BigInt(int) > maxSize || BigInt(int) < -maxSize - 1n) {
    return raise("OverflowError", "Python int too large to convert to C ssize_t");
  }
  return Number(int);
}

/** An argument that Python wants as an int of any size. */
export function indexArgument(value: Value): Int {
  if (isIndex(value)) return numberOf(value);
  return raise("TypeError", `'${typeNameOf(value)}' object cannot be interpreted as an integer`);
}

/** Raises what asking an object for a method raises that it does not have. */
export function failAttribute(value: Value, name: string): never {
  if (value instanceof NativeObject && value.attribute(name) !== undefined) {
    return raise("TypeError", `unbound method ${name}() needs an argument`);
  }
  return raise("AttributeError", `'${typeNameOf(value)}' object has no attribute '${name}'`);
}

/** Raises what a regular expression raises that is to look at no text. */
export function failSearch(value: Value): never {
  return raise("TypeError", `expected string or bytes-like object, got '${typeNameOf(value)}'`);
}
