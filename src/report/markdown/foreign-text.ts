import { clip } from "../../core/text/clip.ts";
import { cellSpan, codeFence, codeSpan } from "../../format/index.ts";

/** UTF-16 units of what stands within a line, and of what has lines of its own. */
const maxInline = 300;
const maxBlock = 2000;

/** A foreign text within a line. */
export function inlineText(text: string): string {
  return codeSpan(clip(text, maxInline));
}

/** A foreign text in a cell of a table. */
export function cellText(text: string): string {
  return cellSpan(clip(text, maxInline));
}

/** A foreign text with lines of its own. */
export function blockText(text: string): readonly string[] {
  return codeFence(clip(text, maxBlock));
}
