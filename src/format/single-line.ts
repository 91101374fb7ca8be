import { printable } from "../core/text/printable.ts";

/** A text of foreign origin on one line, with every control character shown and none obeyed. */
export function singleLine(text: string): string {
  return printable(text.replaceAll(/[\r\n\t]+/g, " ")).trim();
}
