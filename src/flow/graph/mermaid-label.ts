import { clip } from "../../core/text/clip.ts";
import { foldWhitespace } from "../../core/text/fold-whitespace.ts";
import { printable } from "../../core/text/printable.ts";

const maxChars = 100;
/** Everything but letters, digits and what means nothing to Mermaid, Markdown or HTML inside of quotes. */
const special = /[^\p{L}\p{M}\p{N} _.,=()/+:-]/gu;
/** `fa:fa-car` becomes an icon. */
const icon = /:(?=fa-)/giu;

/**
 * A text of foreign origin for a quoted label of a Mermaid diagram. It cannot end the label, and is text
 * for whatever draws it: every other character is written as Mermaid's `#<code point>;`.
 */
export function mermaidLabel(text: string): string {
  return clip(foldWhitespace(printable(text)), maxChars)
    .replaceAll(special, (character) => `#${character.codePointAt(0) ?? 0};`)
    .replaceAll(icon, "#58;");
}
