import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";

const maxShown = 300;

/** Foreign words as a message may hold them: one line, no control sequences, not endless. */
export function quoteForeign(text: string): string {
  return clip(foldWhitespace(printable(text)), maxShown);
}

/** The title of an HTML page, or what its body begins with, for messages. */
export function titleOf(html: string): string {
  const head = html.slice(0, 20_000);
  const start = head.toLowerCase().indexOf("<title");
  const open = start === -1 ? -1 : head.indexOf(">", start);
  const end = open === -1 ? -1 : head.toLowerCase().indexOf("</title", open);
  return quoteForeign(end === -1 ? head.slice(0, maxShown) : head.slice(open + 1, end));
}
