import { printable } from "../../core/text/printable.ts";

/** Control characters but tab and newline, invisible ones, separators of lines, halves of characters. */
const hidden = /[^\P{Cc}\n\t]|\p{Cf}|[\u2028\u2029]|\p{Cs}/gu;

/**
 * Markup whose foreign texts are escaped, with characters that a parser would drop or that turn the
 * direction of a text made visible. One by one: a control sequence could reach from a text into the markup.
 */
export function shownMarkup(markup: string): string {
  return markup.replaceAll(hidden, (character) => {
    return printable(character).replace("<", "&lt;").replace(">", "&gt;");
  });
}
