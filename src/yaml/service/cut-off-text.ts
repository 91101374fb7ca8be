import type { Scalar } from "yaml";
import type { ProblemList } from "../source/problem-list.ts";

/**
 * The text of a scalar. Where the file ends without a line break in the middle of a block scalar,
 * PyYAML leaves its last line without one, and the library adds it.
 */
export function cutOffText(text: string, problems: ProblemList): (node: Scalar.Parsed) => string {
  const end = /[\n\r\u0085]$/.test(text) ? Infinity : text.length;
  return ({ type, value, range: [, valueEnd] }) => {
    const scalar = String(value);
    const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
    if (!isBlock || valueEnd < end || !scalar.endsWith("\n")) return scalar;
    problems.warning({
      code: "no-final-newline",
      message: "the file does not end with a line break, so its last text loses its own",
      hint: "end the file with a line break",
      span: [end, end],
    });
    return scalar.slice(0, -1);
  };
}
