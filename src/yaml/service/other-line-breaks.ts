import type { ProblemList } from "../source/problem-list.ts";

/**
 * U+2028 and U+2029 end a line for PyYAML, in the middle of what every editor shows as one. That it
 * then folds the text, or loses track of the indentation, is not reproduced, only told.
 */
export function warnOtherLineBreaks(text: string, problems: ProblemList): void {
  const at = text.search(/[\u2028\u2029]/);
  if (at < 0) return;
  const code = text.charCodeAt(at).toString(16).toUpperCase();
  const message = `the invisible character U+${code} is a line break to the service's loader`;
  problems.warning({ code: "line-break", message, hint: "remove it", span: [at, at + 1] });
}
