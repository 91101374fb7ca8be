import type { LinearPattern } from "../linear-pattern.ts";
import { accepted, exact, type LaxType, refused } from "./lax-type.ts";

/** What a text may be. */
export interface TextBounds {
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: { readonly source: string; readonly compiled: LinearPattern } | undefined;
}

/** `str`: nothing else becomes text. */
export function textType({ minLength, maxLength, pattern }: TextBounds): LaxType {
  const isBounded = [minLength, maxLength, pattern].some((bound) => bound !== undefined);
  return {
    name: isBounded ? "constrained-str" : "str",
    check(input) {
      if (typeof input !== "string") {
        return refused("string_type", "Input should be a valid string", input);
      }
      const length = isBounded ? Array.from(input).length : 0;
      if (minLength !== undefined && length < minLength) {
        const message = `String should have at least ${counted(minLength)}`;
        return refused("string_too_short", message, input);
      }
      if (maxLength !== undefined && length > maxLength) {
        return refused(
          "string_too_long",
          `String should have at most ${counted(maxLength)}`,
          input,
        );
      }
      if (pattern !== undefined && !pattern.compiled.test(input)) {
        const message = `String should match pattern '${pattern.source}'`;
        return refused("string_pattern_mismatch", message, input);
      }
      return accepted(input, exact);
    },
  };
}

function counted(count: number): string {
  return count === 1 ? "1 character" : `${count} characters`;
}
