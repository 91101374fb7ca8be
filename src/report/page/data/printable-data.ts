import { printable } from "../../../core/text/printable.ts";

/**
 * A value for the page's script, as JSON, with every string as it may be shown: control characters and
 * those that turn the direction of a text are made visible.
 */
export function printableData(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    return typeof each === "string" ? printable(each) : each;
  });
}
