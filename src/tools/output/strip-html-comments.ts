import { between, literal, pattern, removeSpans } from "./spans.ts";

// A run of backslashes is looked at from its beginning only, or a long one would take quadratic time.
const escapedComments = between(pattern(/(?<!\\)\\+u003[cC]!--/g), pattern(/--\\+u003[eE]/g));
const slashedComments = between(pattern(/(?<!\\)\\+<!--/g), pattern(/--\\+>/g));

/** Constructs that hide text, in the order in which they are removed. */
const hidden: readonly (readonly [open: string, close: string])[] = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
];

/**
 * Removes HTML comments; one that is never closed hides the rest of the text and takes it along. Only
 * when there is a comment are CDATA sections and processing instructions removed too. The service then
 * runs an HTML sanitizer over the text, which also writes the remaining `&`, `<` and `>` as entities;
 * that is not copied.
 */
export function stripHtmlComments(text: string): string {
  if (!/<!--|\\u003[cC]!--/.test(text)) return text;
  const unescaped = removeSpans(removeSpans(text, escapedComments), slashedComments);
  return hidden.reduce((rest, [open, close]) => {
    const closed = removeSpans(rest, between(literal(open), literal(close)));
    const unclosed = closed.indexOf(open);
    return unclosed < 0 ? closed : closed.slice(0, unclosed);
  }, unescaped);
}
